import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'

/** Longer than the optimizer takes for one function. */
const patienceMs = 100

/**
 * Lets V8 optimize no further code. An exit while it does so in the background can wait for that
 * for ever (nodejs/node#54918): the step would not end, and neither would the job. It is seldom,
 * but there are many jobs. To be called when what takes long in JavaScript is over; what follows
 * is mostly waiting, and takes less processor time without.
 */
export function stopOptimizing(): void {
  setFlagsFromString('--no-maglev')
  setFlagsFromString('--no-opt')
}

/** Resolves when what was being optimized is done, for an exit that comes right after hard work. */
export async function optimizerToRest(): Promise<void> {
  stopOptimizing()
  await sleep(patienceMs)
}
