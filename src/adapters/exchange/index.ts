export { printModel } from './print-model.js';
