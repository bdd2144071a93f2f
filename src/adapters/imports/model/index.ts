export { MODEL_PROBLEMS } from '../process/model-problems.js';
export { readStreamModel } from './read-stream-model.js';
