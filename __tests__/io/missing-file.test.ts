import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { explainMissingFile } from '../../src/io/missing-file.ts'
import { temporaryFolder } from '../support/shared.ts'

const folder = await temporaryFolder()
afterAll(folder.remove)
await mkdir(path.join(folder.path, 'mirror'))
const at = (...names: readonly string[]) => path.join(folder.path, ...names)

it.each([
  [['mirror', 'a.tar.gz'], `there is no such file in ${at('mirror')}`],
  [['mirror', '2025', 'a.tar.gz'], `there is no folder ${at('mirror', '2025')}`],
  [['else', '2025', 'a.tar.gz'], `there is no folder ${at('else')}`],
  [
    ['mirror.example.com', 'python', '2025', 'a.tar.gz'],
    `there is no folder ${at('mirror.example.com')}; if mirror.example.com is a server, write https:// before it`,
  ],
  [
    ['localhost:8080', 'a.tar.gz'],
    `there is no folder ${at('localhost:8080')}; if localhost:8080 is a server, write https:// before it`,
  ],
])('%j', async (names, found) => {
  expect(await explainMissingFile(at(...names))).toBe(found)
})
