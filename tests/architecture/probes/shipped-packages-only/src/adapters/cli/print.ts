export { format } from 'prettier';
