import type { Mirror } from '../domain/mirror.ts'
import { redact } from '../domain/redact.ts'
import { parseAddress } from './address.ts'
import { invalid } from './input-reader.ts'

/** Reads a mirror's address; a token takes the place of credentials inside it. */
export function parseMirror(
  what: string,
  text: string,
  { workspace, token }: { readonly workspace: string; readonly token: string },
): Mirror {
  const { url: base, authorization } = parseAddress(what, text, workspace)
  if (base.search !== '' || base.hash !== '') {
    throw invalid(what, redact(base.href), 'an address that archive names can be appended to')
  }
  if (!base.pathname.endsWith('/')) base.pathname += '/'
  return { base, authorization: token === '' ? authorization : `Bearer ${token}` }
}
