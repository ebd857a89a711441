/** `user:password` of an address, decoded; `null` where it has none. */
export function credentialsOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null
  return `${decode(username)}:${decode(password)}`
}

/** A lone `%` in a password is not an escape, and stays. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
