import { appendFileSync } from 'node:fs'
import { followWindowsRules } from './windows-rules.ts'

// For `node --import`: the whole process follows the rules, and notes what it was refused.
const report = process.env.WINDOWS_REFUSALS
if (report === undefined) throw new Error('WINDOWS_REFUSALS names no file')
followWindowsRules(refusal => appendFileSync(report, `${JSON.stringify(refusal)}\n`))
