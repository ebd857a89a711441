import { satisfies, valid } from '@renovatebot/pep440'

/** Whether a version of pip is the one that `pip==wanted` asks for: 25.0.1 is `25.*`, 25.0 is `25`. */
export function isPipVersion(found: string, wanted: string): boolean {
  return valid(found) !== null && satisfies(found, `==${wanted}`, { prereleases: true })
}
