const scheme = /\b[a-z][a-z\d+.-]{0,20}:\/\//.source
const credentials = new RegExp(`(${scheme})[^\\s/?#]*@`, 'gi')
/** Without the punctuation that a sentence puts behind an address. */
const query = new RegExp(
  `(${scheme}[^\\s?#'"<>]*\\?)([^\\s#'"<>]*?)(?=[:;,.)]*(?:[\\s#'"<>]|$))`,
  'gi',
)

/**
 * A text that may be printed: credentials in addresses are left out, and so are the values of their
 * queries, as there is no telling a signature or a token from a mere number.
 */
export function redact(text: string): string {
  return text
    .replace(credentials, '$1***@')
    .replace(query, (_, address: string, values: string) => {
      const parts = values.split('&').map(part => part.replace(/^([^=]*=)?.*$/, '$1***'))
      return address + parts.join('&')
    })
}
