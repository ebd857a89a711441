import { stat } from 'node:fs/promises'
import path from 'node:path'

/** What an address looks like that lacks its `https://`, and so was read as a path. */
const hostForm = /^(?:localhost|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?::\d+)?$/i

/** How far there is something on the way to a file that is missing, as a clause for a message. */
export async function explainMissingFile(file: string): Promise<string> {
  let missing = file
  for (;;) {
    const folder = path.dirname(missing)
    const found = await stat(folder).catch(() => null)
    if (found !== null || folder === missing) break
    missing = folder
  }
  if (missing === file) return `there is no such file in ${path.dirname(file)}`
  const name = path.basename(missing)
  const clause = `there is no folder ${missing}`
  return hostForm.test(name)
    ? `${clause}; if ${name} is a server, write https:// before it`
    : clause
}
