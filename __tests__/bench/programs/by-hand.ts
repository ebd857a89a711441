/**
 * What a workflow would do without the action, with the same libraries: version after version,
 * download, unpack, and have Python itself compile its library.
 *
 *     node by-hand.js FOLDER compile|plain URL…
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '@actions/exec'
import { downloadTool, extractTar } from '@actions/tool-cache'

const [folder = '', mode = '', ...urls] = process.argv.slice(2)
const windows = process.platform === 'win32'

for (const [index, url] of urls.entries()) {
  const archive = await downloadTool(url)
  const root = join(await extractTar(archive, join(folder, String(index))), 'python')
  if (mode === 'compile') await compile(root)
}

async function compile(root: string): Promise<void> {
  const python = windows ? join(root, 'python.exe') : join(root, 'bin', 'python3')
  // Templates and fixtures that cannot compile make it end with 1.
  await exec(python, ['-m', 'compileall', '-q', '-j0', await stdlibOf(root)], {
    ignoreReturnCode: true,
    silent: true,
  })
}

async function stdlibOf(root: string): Promise<string> {
  if (windows) return join(root, 'Lib')
  const names = await readdir(join(root, 'lib'))
  return join(root, 'lib', names.find(name => /^python3\.\d+t?$/.test(name)) ?? '')
}
