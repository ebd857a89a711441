import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { findFiles } from '../../src/io/find-files.ts'
import { temporaryFolder } from '../support/shared.ts'

const windows = process.platform === 'win32'
const files = [
  'requirements.txt',
  'a/requirements.txt',
  'a/b/requirements.txt',
  '.github/requirements.txt',
  'node_modules/x/requirements.txt',
  '.venv/requirements.txt',
  'env/pyvenv.cfg',
  'env/requirements.txt',
  'tools/requirements.txt',
  'req/dev.txt',
  'req/[x].txt',
]

it.each<[string, readonly string[], readonly string[]]>([
  [
    'all, in folders of any name but those that hold what was installed',
    ['**/requirements.txt'],
    ['.github/requirements.txt', 'a/b/requirements.txt', 'a/requirements.txt', 'requirements.txt'],
  ],
  ['one by its path', ['./a/requirements.txt'], ['a/requirements.txt']],
  ['one by its absolute path', ['{root}/a/requirements.txt'], ['a/requirements.txt']],
  ['all of a folder', ['a/'], ['a/b/requirements.txt', 'a/requirements.txt']],
  ['with one star', ['*/*.txt', '!req'], ['.github/requirements.txt', 'a/requirements.txt']],
  ['each once', ['requirements.txt', '*.txt'], ['requirements.txt']],
  ['nothing outside', ['../**', '/etc/hosts', '~/x', '{root}/../x'], []],
  ['nothing that is left out by all', ['requirements.txt', '!**'], []],
  ['none in what is never searched', ['node_modules/**', '.venv/**'], []],
])('finds %s', async (_, patterns, found) => {
  await using folder = await temporaryFolder()
  const root = folder.path
  for (const name of files) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), name)
  }
  const given = patterns.map(pattern => pattern.replace('{root}', root))
  expect(await findFiles({ root, patterns: given, skip: [join(root, 'tools')] })).toEqual(found)
})

it.skipIf(windows)(
  'takes links to files of the folder, and follows none that lead out or in circles',
  async () => {
    await using folder = await temporaryFolder()
    await using outside = await temporaryFolder()
    const root = folder.path
    await mkdir(join(root, 'a'))
    await writeFile(join(root, 'a', 'x.txt'), '')
    await writeFile(join(outside.path, 'x.txt'), '')
    await symlink('..', join(root, 'a', 'circle'))
    await symlink('a/x.txt', join(root, 'link.txt'))
    await symlink(join(outside.path, 'x.txt'), join(root, 'out.txt'))
    await symlink(outside.path, join(root, 'out'))
    await symlink('nowhere', join(root, 'dangling.txt'))
    await symlink('/dev/zero', join(root, 'device.txt'))
    const found = await findFiles({ root, patterns: ['**/*.txt'], skip: [] })
    expect(found).toEqual(['a/x.txt', 'link.txt'])
  },
)
