import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location } from '../domain/location.ts'
import { invalid } from './environment.ts'
import { decode } from './secrets.ts'

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
    const shown = text.replace(/\/\/.*@/, '//***@')
    throw invalid(what, shown, 'an http(s) URL, a file:// URL or a path')
  }
  const authorization = basicAuthorization(url)
  url.username = ''
  url.password = ''
  return { url, authorization }
}

function basicAuthorization({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  const credentials = `${decode(username)}:${decode(password)}`
  return `Basic ${Buffer.from(credentials).toString('base64')}`
}
