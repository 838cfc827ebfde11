// node --import ./served.js: the modules find each other as they do in the browser, where Features/Word/x.js is /bb/features/word/x.js.
import { register } from 'node:module';

register('./served-paths.js', import.meta.url);
