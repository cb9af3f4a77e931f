module.exports = () => ({ upload: { config: { sizeLimit: 16 * 1024 * 1024 } } })
