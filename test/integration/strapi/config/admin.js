module.exports = () => ({
  serveAdminPanel: false,
  auth: { secret: 'of-this-test' },
  apiToken: { salt: 'of-this-test' },
  transfer: { token: { salt: 'of-this-test' } },
  secrets: { encryptionKey: 'of-this-test-of-this-test-of-32-' },
  flags: { nps: false, promoteEE: false },
})
