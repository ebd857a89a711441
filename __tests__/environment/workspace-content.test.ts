import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { findDependencies } from '../../src/environment/dependencies.ts'
import { findWorkspaceContent } from '../../src/environment/workspace-content.ts'
import { temporaryFolder } from '../support/shared.ts'

type Leads = (own: string, elsewhere: string) => readonly [file: string, text: string]

it.each<[boolean, string, Leads]>([
  [true, 'a .pth', own => ['own.pth', `# comment\n${own}\n`]],
  [true, 'an .egg-link', own => ['own.egg-link', `${own}\n.`]],
  [
    true,
    'a direct_url.json',
    own => ['own-1.0.dist-info/direct_url.json', JSON.stringify({ url: `${pathToFileURL(own)}` })],
  ],
  [
    false,
    'a direct_url.json that leads to an index',
    () => ['a-1.0.dist-info/direct_url.json', '{"url": "https://host.test/a-1.0.whl"}'],
  ],
  [false, 'a direct_url.json of nonsense', () => ['a-1.0.dist-info/direct_url.json', '[']],
  [false, 'a .pth that leads elsewhere', (_, elsewhere) => ['a.pth', elsewhere]],
  [false, 'a .pth within the environment', () => ['a.pth', 'a/vendor\nimport a\n']],
])('leads to the workspace: %j, %s, by its path or without its links', async (leads, _, make) => {
  await using folder = await temporaryFolder('content')
  const real = path.join(folder.path, 'real')
  const workspace = path.join(folder.path, 'link')
  const environment = path.join(real, '.venv')
  const site = path.join(environment, 'site-packages')
  await mkdir(path.join(real, 'src'), { recursive: true })
  await symlink(real, workspace, 'junction')
  for (const root of [workspace, real]) {
    const [name, text] = make(path.join(root, 'src'), path.join(folder.path, 'elsewhere'))
    const file = path.join(site, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
    const found = await findWorkspaceContent(site, { workspace, environment })
    expect(found).toEqual(leads ? [{ from: name, to: path.join(root, 'src') }] : [])
  }
})

it('has no part of an environment among the dependency files, be it there or not', async () => {
  await using folder = await temporaryFolder('dependencies')
  const environment = path.join(folder.path, '.venv')
  await mkdir(environment)
  for (const name of ['.venv/tool.py', 'install.sh', 'pyproject.toml']) {
    await writeFile(path.join(folder.path, name), name)
  }
  const { files, named } = await findDependencies({
    install: 'python .venv/tool.py\nbash install.sh',
    patterns: [],
    workspace: folder.path,
    skip: [environment],
  })
  expect(files.map(({ name }) => name)).toEqual(['pyproject.toml', 'install.sh'])
  expect(named.map(({ name }) => name)).toEqual(['install.sh'])
})
