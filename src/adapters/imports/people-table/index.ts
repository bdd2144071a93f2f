export { readPeopleTable } from './read-people-table.js';
