import { execSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newsroom } from '../../site/sample-newsroom.ts'
import { cli, depeche } from '../depeche.ts'

test.each(['gazette', 'la gazette'])('init %s ends with a line that builds what it made', async folder => {
  const { root } = newsroom()
  const { status, err } = await depeche(root, ['init', folder])
  expect(status).toBe(0)
  const typed = /npx depeche (-C .*)\n/.exec(err)?.[1] ?? ''
  expect(typed).toContain(folder)
  execSync(`"${process.execPath}" "${cli}" ${typed}`, { cwd: root, stdio: 'pipe' })
  expect(readFileSync(join(root, folder, 'dist/site/index.html'), 'utf8')).toContain('<html')
})

test('a new newsroom holds the packed program, which its package.json names', async () => {
  const { root } = newsroom()
  const { err } = await depeche(root, ['init', 'gazette'])
  expect(err).toContain('cd gazette && npm install && npx depeche build')
  const { name, dependencies } = JSON.parse(readFileSync(join(root, 'gazette/package.json'), 'utf8'))
  expect(name).toBe('gazette')
  expect(dependencies.depeche).toMatch(/^file:depeche-[\d.]+\.tgz$/)
  expect(existsSync(join(root, 'gazette', dependencies.depeche.slice('file:'.length)))).toBe(true)
  expect(readFileSync(join(root, 'gazette/.gitignore'), 'utf8')).toContain('node_modules/')
})

test('the tasks of a new newsroom run in its folder, which holds no program', async () => {
  const { root } = newsroom()
  await depeche(root, ['init', 'gazette'])
  const read = (name: string) => JSON.parse(readFileSync(join(root, 'gazette/.vscode', name), 'utf8'))
  const settings = read('settings.json')
  const commands: string[] = read('tasks.json').tasks.map(({ command }: { command: string }) =>
    command.replace(/\$\{config:([\w.]+)\}/g, (_, key: string) => settings[key]),
  )
  for (const command of commands) expect(command).toMatch(/^node "[^"]+\/lib\/cli\/main\.js" [a-z]+/)
  for (const name of ['check --format', 'translations', 'build']) {
    const command = commands.find(one => one.includes(` ${name}`)) ?? ''
    expect(() => execSync(command, { cwd: join(root, 'gazette'), stdio: 'pipe' })).not.toThrow()
  }
})

test('another folder is named wherever a command is advised', async () => {
  const { root } = newsroom()
  await depeche(root, ['init', 'gazette'])
  expect((await depeche(root, ['-C', 'gazette', 'validate'])).err).toContain('“npx depeche -C gazette build”')
  expect((await depeche(root, ['validate'])).err).toContain('“npx depeche build”')
})
