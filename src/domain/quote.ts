const shownCharacters = 100

/**
 * What somebody wrote, fit for a line of the log: cut after 100 characters and with everything but
 * plain ASCII escaped, so that it can neither break the line nor hide a look-alike character.
 */
export function quote(text: string): string {
  const shown = [...text.slice(0, shownCharacters)].map(escapeCharacter).join('')
  return `'${shown}${text.length > shownCharacters ? '…' : ''}'`
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code >= 0x20 && code < 0x7f ? character : `\\u{${code.toString(16)}}`
}
