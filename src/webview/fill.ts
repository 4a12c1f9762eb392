// The page fills its words in as the host does.
export { fill } from '../metrics/text/fill.ts';
