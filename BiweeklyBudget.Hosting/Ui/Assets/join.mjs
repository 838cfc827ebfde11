// node join.mjs FOLDER: makes one file of each script and each style sheet that pages name, with all that it imports (docs/adr/0050). What pages name is the rule; there is no other list. What was made is
// named in files.txt.
//
// A module must be in a page once, or its state is there twice and Trusted Types refuse the second one's policy. So what js/site.js holds, which the layout names on every page, is taken from there by
// the scripts beside it, and what a page names is never a part of another script. Pages without that layout have scripts that hold everything.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { nameOf, placeFrom, placeOf } from './places.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.resolve(process.argv[2]);
const layout = '/Ui/Layout.cshtml';
const site = 'js/site.js';

// --- what pages name

const styles = new Set();
const beside = new Set();
const alone = new Set();
for (const file of ['Features', 'Ui'].flatMap(top => readdirSync(path.join(project, top), { recursive: true }).filter(name => name.endsWith('.cshtml')).map(name => path.join(project, top, name)))) {
  const view = readFileSync(file, 'utf8');
  const hasLayout = [...view.matchAll(/^\s*Layout = (?:null|"([^"]+)");/gm)].every(([, name]) => name === layout);
  for (const [tag] of view.matchAll(/<(?:script\b[^>]*\btype="module"|link\b[^>]*\brel="stylesheet")[^>]*>/g)) {
    const name = /\b(?:href|src)="~\/bb\/([^"@]+)"/.exec(tag)?.[1];
    if (name === undefined) {
      throw new Error(`${file}: ${tag} does not name one of ours, "~/bb/…".`);
    }
    if (tag.startsWith('<script')) {
      (hasLayout ? beside : alone).add(name);
    } else if (!name.startsWith('lib/')) {
      styles.add(name);
    }
  }
}
if (!beside.delete(site)) {
  throw new Error(`${layout} does not name ${site}.`);
}

// --- what is where

const common = { absWorkingDir: project, bundle: true, charset: 'utf8', format: 'esm', logLevel: 'warning', metafile: true, outdir: folder, target: 'esnext' };
const fileOf = name => fileURLToPath(placeOf(name));
const nameOfFile = file => nameOf(pathToFileURL(path.resolve(project, file)).href);
const entry = name => [{ in: fileOf(name), out: name.replace(/\.\w+$/, '') }];

async function join(options) {
  const { metafile, warnings } = await build({ ...common, ...options });
  if (warnings.length > 0) {
    throw new Error('Warnings are errors.');
  }
  return metafile;
}

// Modules import each other by where they are served.
const byName = (resolved = name => ({ path: fileOf(name) })) => ({
  name: 'by name',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ importer, namespace, path: specifier }) => (namespace === 'file' && importer ? resolved(nameOf(placeFrom(pathToFileURL(importer).href, specifier))) : undefined));
  },
});

const insideSite = Object.keys((await join({ entryPoints: entry(site), plugins: [byName()], write: false })).inputs).map(nameOfFile).filter(name => name !== site);
const { outputs } = await join({ bundle: false, entryPoints: insideSite.flatMap(entry), write: false });
const shared = new Map(Object.values(outputs).map(output => [nameOfFile(output.entryPoint), output.exports]));
for (const name of beside) {
  if (alone.has(name)) {
    throw new Error(`${name} is named by pages with ${layout} and by others. Make a module for those that imports it.`);
  }
  if (shared.has(name)) {
    throw new Error(`${name} is named by a page, and a part of ${site}.`);
  }
}

// --- the files

// The modules of site.js that scripts beside it take something from.
const taken = new Set();

const joinBeside = name => join({
  entryPoints: entry(name),
  plugins: [byName(module => {
    if (!shared.has(module) && !beside.has(module)) {
      return { path: fileOf(module) };
    }
    if (shared.has(module)) {
      taken.add(module);
    }
    const address = path.posix.relative(path.posix.dirname(name), shared.has(module) ? site : module);
    return { path: address.startsWith('.') ? address : `./${address}`, external: true };
  })],
});

// It gives them away by the names that they have, so that what is served reads like the sources.
function joinSite() {
  const givers = new Map();
  for (const module of taken) {
    for (const name of shared.get(module)) {
      if (givers.has(name)) {
        throw new Error(`${givers.get(name)} and ${module} both export ${name}: what scripts take from ${site} has names of its own.`);
      }
      givers.set(name, module);
    }
  }
  const contents = [`import '${site}';`, ...[...taken].sort().map(module => `export * from '${module}';`)].join('\n');
  const given = {
    name: 'given',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /./ }, ({ kind, path: name }) => (kind === 'entry-point' ? { path: name, namespace: 'given' } : undefined));
      onResolve({ filter: /./, namespace: 'given' }, ({ path: name }) => ({ path: fileOf(name) }));
      onLoad({ filter: /./, namespace: 'given' }, () => ({ contents }));
    },
  };
  return join({ entryPoints: [{ in: site, out: 'js/site' }], plugins: [given, byName()] });
}

rmSync(folder, { recursive: true, force: true });
await Promise.all([
  ...[...beside].map(joinBeside),
  ...[...alone].map(name => join({ entryPoints: entry(name), plugins: [byName()] })),
  ...[...styles].map(name => join({ entryPoints: entry(name) })),
]);
await joinSite();
// In an order of its own: the compiler's output depends on it, and each file system lists them in another one.
writeFileSync(path.join(folder, 'files.txt'), [site, ...beside, ...alone, ...styles].sort().map(name => `${name}\n`).join(''));
