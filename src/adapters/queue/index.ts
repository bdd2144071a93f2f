export { sharedQueue, type SharedQueue } from './shared-queue.js';
