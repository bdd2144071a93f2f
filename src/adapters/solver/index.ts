export { loadHighs } from './load-highs.js';
