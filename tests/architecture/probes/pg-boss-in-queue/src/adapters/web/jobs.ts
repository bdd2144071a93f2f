import Boss from 'pg-boss';

export const jobs = new Boss('postgres://localhost/nowhere');
