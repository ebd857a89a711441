import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ncc from '@vercel/ncc'
import { cacheFolder } from '../support/shared.ts'

/** Programs of contenders in one file each, as actions are shipped: starting them costs the same. */
export async function bundlePrograms<T extends string>(
  names: readonly T[],
): Promise<Readonly<Record<T, string>>> {
  const folder = join(cacheFolder, 'bench', 'programs')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
  const bundled: [T, string][] = []
  for (const name of names) {
    const filename = `${name}.js`
    const options = { filename, target: 'es2024', cache: false, quiet: true } as const
    const { code } = await ncc(programPath(`${name}.ts`), options).catch((error: unknown) => {
      // Thrown anew, because Node would print the line that ncc throws from: all of ncc.
      throw new Error(error instanceof Error ? error.message : String(error))
    })
    await writeFile(join(folder, filename), code)
    bundled.push([name, join(folder, filename)])
  }
  return Object.fromEntries(bundled) as Record<T, string>
}

/** A program of the bench as it lies in the checkout. */
export function programPath(name: string): string {
  return join(import.meta.dirname, 'programs', name)
}
