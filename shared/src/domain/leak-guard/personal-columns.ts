/** Names of columns that mean one person's data, as the systems of councils and the DfE write them. */
const PERSONAL: readonly [about: string, names: RegExp][] = [
  [
    'a name',
    /^((child|pupil|student|young person|cyp|learner|person|parent|carer|guardian|mother|father|sibling|contact)s? )*((full|first|last|middle|preferred|given|family|christian|former|legal|known as|birth)? ?name|fore ?name|sur ?name|initials|known as|alias)s?( \d)?$/,
  ],
  [
    'a date of birth',
    /^((child|pupil|student|young person|cyp|learner|person) ?)*(d ?o ?b|date of birth|birth ?date|born( on)?|birthday)$/,
  ],
  ['an NHS number', /^nhs( ?(number|no|num|id))?$/],
  [
    'a pupil or learner number',
    /^((former|previous|current) )?(upn|uln|unique pupil (number|no)|unique learner (number|no)|pupil (number|no|id)|admission (number|no))$/,
  ],
  [
    'an address',
    /^((home|postal|current|parent|carer|contact) )*(address( line)?( ?\d)?|street|house (number|no|name)|town|uprn)$/,
  ],
  ['a postcode', /^((home|current) )*post ?codes?$/],
  ['an e-mail address', /^((home|parent|carer|contact|officer) )*e ?mail( address)?$/],
  [
    'a telephone number',
    /^((home|parent|carer|contact|mobile) )*(tele)?(phone|mobile)( (number|no))?$/,
  ],
  ['a National Insurance number', /^(ni|nino|national insurance)( ?(number|no))?$/],
  ['ethnicity', /^(ethnicity|ethnic (group|origin|background|code)|ethnicity code)$/],
  ['a belief', /^(religion|faith|belief)s?$/],
];

/**
 * What a column is about when its name means one person's data, such as "a date of birth" for
 * "Date of Birth", "DOB" or "personbirthdate"; null for any other name.
 *
 * @param name as it stands at the top of a column, in any case and with any separators
 */
export function personalColumn(name: string): string | null {
  const words = name
    .normalize('NFKC')
    .replace('(s)', 's')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return PERSONAL.find(([, names]) => names.test(words) || names.test(spaced(words)))?.[0] ?? null;
}

/** Names run together, as the DfE's own tables write them: "personbirthdate". */
function spaced(words: string): string {
  return words.replace(/^(person|pupil|child|student|learner|parent|carer)(?=\p{L})/u, '$1 ');
}
