import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Installation } from '../domain/installation.ts'
import { CommandError, explainCommand } from '../io/command.ts'
import { messageOf } from '../io/error-message.ts'
import { openRegistry } from '../io/windows-registry.ts'
import { companyKey, registrationChanges } from '../report/registration.ts'
import type { JobContext } from './context.ts'

interface RegistrationContext extends Pick<JobContext, 'jobEnv' | 'env' | 'signal'> {
  readonly inputs: Pick<JobContext['inputs'], 'windowsRegistry'>
  readonly log: Pick<JobContext['log'], 'debug' | 'warning'>
}

const timeoutMs = 60_000

/**
 * Registers installations with Windows, where the workflow wants that. A registry that cannot be
 * written is a warning; throws only the signal's reason.
 */
export async function registerPythons(
  { inputs, jobEnv, env, log, signal }: RegistrationContext,
  installations: readonly Installation[],
  platform = process.platform,
): Promise<void> {
  if (platform !== 'win32' || !inputs.windowsRegistry) return
  // Windows' own, whatever PATH has.
  const program = path.join(jobEnv.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe')
  const temp = jobEnv.RUNNER_TEMP || tmpdir()
  try {
    const registry = openRegistry(program, temp, { env, timeoutMs, signal })
    const changes = registrationChanges(installations, await registry.read(companyKey), existsSync)
    const { remove, write } = changes
    const written = Object.keys(write).length
    if (remove.length + written === 0) return
    await registry.write(changes)
    log.debug(`Windows' registry: ${written} keys written, ${remove.length} removed.`)
  } catch (error) {
    signal.throwIfAborted()
    const reason = error instanceof CommandError ? explainCommand(error) : messageOf(error)
    log.warning(`The Windows registry could not be written: ${reason}`)
  }
}
