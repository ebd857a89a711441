import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { startCacheService } from '../support/cache-service.ts'
import { projectFolder, temporaryFolder } from '../support/shared.ts'

/** Another process, so that everything it writes can be seen. */
const script = `
  import { openStore } from '${pathToFileURL(projectFolder)}/src/cache/store.ts'
  const before = JSON.stringify([process.cwd(), process.env])
  const store = openStore({ root: process.env.ROOT, env: process.env, log: () => {}, signal: new AbortController().signal })
  const results = [await store.save('key', 'tree'), await store.restore(['key'], 'tree')]
  results.push(await store.restore(['other'], 'other'))
  await store.close()
  const same = before === JSON.stringify([process.cwd(), process.env])
  console.log(JSON.stringify({ kinds: results.map(({ kind }) => kind), same }))
`

it('leaves the process as it was, writes nothing, and lets it end', async () => {
  await using service = await startCacheService()
  await using root = await temporaryFolder()
  await using workspace = await temporaryFolder()
  await mkdir(path.join(root.path, 'tree'))
  await writeFile(path.join(root.path, 'tree', 'file'), 'content')
  const file = path.join(root.path, 'script.mts')
  await writeFile(file, script)
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], {
    cwd: workspace.path,
    env: { ...process.env, ...service.environment, ROOT: root.path },
  })
  expect({ stdout, stderr }).toEqual({
    stdout: '{"kinds":["saved","hit","miss"],"same":true}\n',
    stderr: '',
  })
  expect(await readdir(workspace.path)).toEqual([])
})
