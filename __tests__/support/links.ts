import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a link can lead to a folder here: Windows has junctions for that, and Wine has none. */
export const linksFolders = tryLink()

function tryLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'link-'))
  try {
    symlinkSync(folder, join(folder, 'link'), 'junction')
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
