/** The part of ncc's interface that the build uses; the package carries no types of its own. */
declare module '@vercel/ncc' {
  export interface Module {
    /** The file it was read from; absent in modules that the bundler makes itself. */
    readonly resource?: string
    /** The modules that were joined into this one. */
    readonly modules?: readonly Module[]
  }

  export interface Bundle {
    readonly code: string
    /** What goes next to the code, by file name. */
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
    readonly stats: {
      readonly compilation: {
        readonly modules: Iterable<Module>
        readonly chunkGraph: { getNumberOfModuleChunks(module: Module): number }
      }
    }
  }

  export interface Options {
    readonly filename: string
    readonly target: string
    readonly cache: false
    readonly quiet: boolean
  }

  const ncc: (input: string, options: Options) => Promise<Bundle>

  // biome-ignore lint/style/noDefaultExport: it is what the package exports
  export default ncc
}
