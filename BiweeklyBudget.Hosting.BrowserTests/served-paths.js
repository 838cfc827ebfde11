// Resolves what one module of the product imports from another: from where it is served, to where it stands.
import { readdirSync } from 'node:fs';

const features = new URL('../BiweeklyBudget.Hosting/Features/', import.meta.url);
const served = new URL('../BiweeklyBudget.Hosting/wwwroot/bb/', import.meta.url).href;
const words = readdirSync(features);

const servedPlace = source => (source.startsWith(features.href)
  ? source.replace(/^.*\/Features\/(\w+)\//, (_, word) => `${served}features/${word.toLowerCase()}/`)
  : source);

const sourcePlace = place => (place.startsWith(served + 'features/')
  ? place.replace(/^.*\/features\/(\w+)\//, (_, word) => `${features.href}${words.find(one => one.toLowerCase() === word)}/`)
  : place);

export function resolve(specifier, context, next) {
  const isRelative = /^\.\.?\//.test(specifier) && context.parentURL;
  return next(isRelative ? sourcePlace(new URL(specifier, servedPlace(context.parentURL)).href) : specifier, context);
}
