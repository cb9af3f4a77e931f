// The script of every page. None needs it: it adds the buttons that want a script.

// The device's own sheet, where it has one.
for (const button of document.querySelectorAll('[data-share]')) {
  if (!navigator.share) continue
  button.parentElement.hidden = false
  button.addEventListener('click', () => {
    const { href } = document.querySelector('link[rel="canonical"]') ?? location
    const title = document.querySelector('h1')?.textContent ?? document.title
    // Whoever closes the sheet has not failed.
    navigator.share({ title, url: href }).catch(() => undefined)
  })
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.parentElement.hidden = false
  button.addEventListener('click', () => print())
}
