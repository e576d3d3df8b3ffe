import { rulesFor } from '#understanding/intent-rule.ts';

/** The lending rules and what the library tells of itself, as staff change them. */
export const intents = [
  ...rulesFor(
    'staff.policy',
    [7.8, 'policyword #staff'],
    [7.8, 'become|edit r_loan_period|r_loan_limit|r_renewal_limit #staff -my -event'],
    [7.8, 'become|edit perday number #staff -my -event -date'],
    [7.6, 'become|edit fine|rules number #staff -my -cardcode -event'],
    [7.6, 'r_loan_period|r_loan_limit|r_renewal_limit|timeword number become #staff -my -event'],
    [7.4, 'renew r_loan_limit|r_renewal_limit number #staff -my -title -question -howmany'],
    [7.6, 'r_loan_limit number #staff -my -question -howmany -cardcode -hold'],
    [7.8, 'fine perday number #staff -my -cardcode -question'],
    [7.2, 'rules borrow|loan #staff -my -how'],
  ),
  ...rulesFor(
    'staff.library_card',
    [7.8, 'become|edit contactinfo|address #staff -my -question -event -van -cardcode'],
    [7.6, 'facility create|edit|drop|delete #staff -question -event'],
  ),
];
