import { describePython, type Python } from '../python.ts'
import { quote } from '../quote.ts'
import type { VersionRequest } from './request.ts'

/**
 * What is surprising about the newest Python that a request matches, for someone who knows ranges
 * from npm, as setup-python reads them; `null`: nothing.
 */
export function explainSurprise(request: VersionRequest, chosen: Python): string | null {
  const { text, specifier } = request
  if (specifier.kind !== 'pep440') return null
  const name = describePython(chosen)
  for (const clause of specifier.clauses) {
    if (!('bound' in clause) || clause.bound.release.length !== 2) continue
    const [major = 0, minor = 0] = clause.bound.release
    if (clause.operator === '~=' && chosen.version.minor !== minor) {
      return `${quote(text)} matches every ${major}.x from ${major}.${minor} on (PEP 440), so ${name} is used. For ${major}.${minor} alone, write '${major}.${minor}'.`
    }
    if (clause.operator === '<=') {
      return `${quote(text)} ends at ${major}.${minor}.0 (PEP 440), so ${name} is used. For the newest ${major}.${minor}, write '<${major}.${minor + 1}'.`
    }
  }
  return null
}
