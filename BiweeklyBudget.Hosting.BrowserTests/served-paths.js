// Resolves what one module of the product imports from another, as the build does.
import { nameOf, placeFrom } from '../BiweeklyBudget.Hosting/Ui/Assets/places.mjs';

export function resolve(specifier, context, next) {
  const isOurs = /^\.\.?\//.test(specifier) && context.parentURL && nameOf(context.parentURL) !== null;
  return next(isOurs ? placeFrom(context.parentURL, specifier) : specifier, context);
}
