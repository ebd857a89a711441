import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location } from '../domain/location.ts'
import { redact } from '../domain/redact.ts'
import { credentialsOf } from '../io/credentials.ts'
import { invalid } from './input-reader.ts'

const protocols = ['https:', 'http:', 'file:']

/**
 * The address that an input or variable names: an http(s) or file URL, or a path, which is resolved
 * against the workspace. Credentials in a URL become a header, so that no message can show them.
 * Anything else is an `ActionError` that names `what`.
 */
export function parseAddress(what: string, text: string, workspace: string): Location {
  // A drive letter is no scheme: C:\mirror is a path.
  if (!/^[a-z][a-z0-9+.-]+:/i.test(text)) {
    return { url: pathToFileURL(path.resolve(workspace, text)), authorization: null }
  }
  const url = URL.parse(text)
  if (url === null || !protocols.includes(url.protocol)) {
    // No address at all, it may have its credentials anywhere.
    throw invalid(
      what,
      redact(text.replace(/\/\/.*@/, '//***@')),
      'an http(s) URL, a file:// URL or a path',
    )
  }
  const credentials = credentialsOf(url)
  url.username = ''
  url.password = ''
  return { url, authorization: credentials === null ? null : basic(credentials) }
}

function basic(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`
}
