export type * from './company-structure.js';
export { companyGround, type CompanyGround } from './company-ground.js';
export { companyPart } from './company-part.js';
export { designCompany } from './design-company.js';
