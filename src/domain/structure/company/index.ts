export type * from './company-structure.js';
export { companyGround, type CompanyGround } from './company-ground.js';
export { designCompany } from './design-company.js';
