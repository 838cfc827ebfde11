// Where a script or a style sheet of ours stands, and where it is served: Features/Word/x.js is features/word/x.js below /bb/, everything else is as in wwwroot/bb.
import { readdirSync } from 'node:fs';

const project = new URL('../../', import.meta.url);
const features = new URL('Features/', project).href;
const shared = new URL('wwwroot/bb/', project).href;
const words = readdirSync(new URL(features));

/** The name, below /bb/, of what stands at a file: URL; null for what is none of ours. */
export function nameOf(url) {
  if (url.startsWith(features)) {
    return url.slice(features.length).replace(/^\w+/, word => `features/${word.toLowerCase()}`);
  }
  return url.startsWith(shared) ? url.slice(shared.length) : null;
}

/** The file: URL where what has a name below /bb/ stands. */
export const placeOf = name => (name.startsWith('features/')
  ? features + name.slice('features/'.length).replace(/^\w+/, served => words.find(word => word.toLowerCase() === served) ?? served)
  : shared + name);

/** What one of ours means by a relative address: from where it is served, to where it stands. */
export const placeFrom = (url, specifier) => placeOf(new URL(specifier, `http://served/${nameOf(url)}`).pathname.slice(1));
