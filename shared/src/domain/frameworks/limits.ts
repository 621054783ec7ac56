/** How much a framework version may hold. Schema, rules and forms use the same numbers. */
export const frameworkLimits = {
  gradesMin: 3,
  gradesMax: 6,
  agenciesMax: 5,
  domainsMin: 2,
  domainsMax: 12,
  /** In one domain. */
  criteriaMax: 60,
  capsMax: 5,
  profileFieldsMax: 40,
  factsMax: 60,
  indicatorsMax: 40,
  sourcesMax: 100,
  citationsMax: 20,
  tagsMax: 100,
  choicesMin: 2,
  choicesMax: 40,
  /** Groups inside groups of one condition. */
  conditionDepthMax: 5,
  /** Parts of one `all` or `any`. */
  conditionPartsMax: 20,
  domainWeightsSum: 100,
  /** Of one criterion. */
  weightMax: 10,
  pointsMax: 100,
  /** Characters. */
  keyMax: 60,
  titleMax: 60,
  shortTitleMax: 20,
  lineMax: 300,
  textMax: 600,
} as const;

/** Keys stand in addresses, files and conditions. */
export const frameworkKeyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
