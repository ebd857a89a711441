// Runs within Windows' Node: starts one program with pipes and an environment of its own, as a runner does, and writes
// what came of it to a file. Under Wine a Windows program cannot use a Unix pipe, so this one only gets files.
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')

const { file, args, cwd, env, log, result } = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const output = fs.openSync(log, 'w')
const { status } = spawnSync(file, args, { cwd, env, stdio: ['ignore', output, output] })
fs.writeFileSync(result, JSON.stringify({ status }))
