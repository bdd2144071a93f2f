export { readStreamModel } from './read-stream-model.js';
