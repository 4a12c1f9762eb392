import { build } from 'esbuild';

/** Imports a module of the project's TypeScript, which Node 20 cannot by itself. */
export async function importTypeScript(url) {
  const { outputFiles } = await build({
    entryPoints: [url.pathname],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
}
