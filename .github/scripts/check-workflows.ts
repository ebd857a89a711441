/** Fails where a workflow breaks actionlint's rules or ours; needs no network. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runLint } from './actionlint.ts'
import { breachesOf, missingFromGate } from './workflow-rules.ts'

// Younger than this actionlint.
const newRunners = ['macos-15-intel', 'windows-11-arm']

const problems: string[] = []
process.chdir(path.join(import.meta.dirname, '..', '..'))
for (const name of globSync('.github/workflows/*.yml').sort()) {
  const file = { path: name, text: readFileSync(name, 'utf8') }
  for (const { line, column, kind, message } of await runLint(file.text, name)) {
    if (newRunners.some(label => message.startsWith(`label "${label}" is unknown`))) continue
    problems.push(`${name}:${line}:${column}: ${message} [${kind}]`)
  }
  problems.push(...breachesOf(file))
  if (name.endsWith('ci.yml')) {
    for (const job of missingFromGate(file, 'ci')) {
      problems.push(`${name}: the gate job ci does not need the job ${job}`)
    }
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
}
