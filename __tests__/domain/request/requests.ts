import { readFileSync } from 'node:fs'
import { hosts } from '../../support/hosts.ts'

const hostNames = Object.keys(hosts)

/** A request of the table with its inputs, and the key and build that it has on each host. */
export interface Row {
  readonly line: string
  readonly answers: Readonly<Record<string, string>>
}

/** The rows of requests.txt. */
export function readTable(): readonly Row[] {
  const text = readFileSync(new URL('./requests.txt', import.meta.url), 'utf8')
  const paragraphs = text.split('\n\n').filter(paragraph => paragraph.includes('\n    everywhere '))
  return paragraphs.flatMap(paragraph => {
    const lines = paragraph.trim().split('\n')
    const answers = lines.filter(line => line.startsWith('    ')).map(line => line.trim())
    const named = Object.fromEntries(answers.map(answer => splitOnce(answer)))
    const complete = hostNames.map(host => [
      host,
      completeKey(named[host] ?? named.everywhere, host),
    ])
    return lines
      .filter(line => !line.startsWith('    '))
      .map(line => ({ line, answers: Object.fromEntries(complete) }))
  })
}

function splitOnce(text: string): readonly [string, string] {
  const space = text.indexOf(' ')
  return [text.slice(0, space), text.slice(space + 1)]
}

function completeKey(answer = 'none', host = ''): string {
  const [key = '', build] = answer.split(' ')
  if (build === undefined) return answer
  return /-(linux|darwin|windows|emscripten)-/.test(key) ? answer : `${key}-${host} ${build}`
}
