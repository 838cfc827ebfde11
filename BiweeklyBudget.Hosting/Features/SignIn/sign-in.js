// The page for those who are not signed in; it has none of what all other pages share.
import './passkeys.js';
