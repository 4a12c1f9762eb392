import type { Figure } from './figure.ts';

/** What a table of training runs says of the levels; their paths are those of `strata experiments --json`. */
export const experimentFigures = {
  slope: {
    label: 'Slope of a level',
    means:
      'So much more score goes with one standard deviation more diversity of the level over your runs, size and covariates held fixed: the mean of what is probable after the runs.',
    range: 'any number, in units of the score; undefined with too few runs or where all are alike',
    meansNot:
      'It is what went together in your runs, not an effect, unless nothing else that matters differed with the level.',
    whatToDo:
      'Look at its interval first: a slope whose interval holds 0 tells nothing yet. Plan runs that vary one level at a time.',
    formula:
      'the mean of slopeⱼ given score = level + Σ slopeⱼ · columnⱼ + noise, columns standardised',
    sources: ['li2025', 'gelman2013'],
    paths: ['levels.*.alone.slope.mean', 'together.levels.*.slope.mean'],
  },
  slopeInterval: {
    label: 'Interval of a slope',
    means: 'The slope lies in it with 68% or 95% probability, given the runs.',
    range: 'two numbers in units of the score, the lower one first',
    meansNot:
      'It knows of the noise between your runs only: a wrong score or a hidden difference between runs is not in it.',
    whatToDo: 'Take a level for one that pays only where the whole 95% interval is above 0.',
    formula: 'mean ± t(n − p) · s · √(XᵀX)⁻¹ⱼⱼ, with the quantile t of Student’s distribution',
    sources: ['gelman2013'],
    paths: ['levels.*.alone.slope.interval95', 'levels.*.alone.slope.interval68'],
  },
  probabilityPositive: {
    label: 'Probability of a slope above 0',
    means:
      'How probable it is, given the runs, that more diversity of the level goes with more score.',
    range: '0% to 100%; 50% where the runs say nothing',
    meansNot: 'It does not say that the gain is large enough to matter.',
    whatToDo:
      'Of several levels that are looked at, one may pass 95% by chance: confirm it with further runs.',
    formula: 'P(slopeⱼ > 0 | runs), from Student’s distribution',
    sources: ['gelman2013'],
    paths: ['levels.*.alone.slope.probabilityPositive'],
  },
  predictiveBand: {
    label: 'Posterior predictive band',
    means:
      'Where the score of one more run would fall with 68% or 95% probability, at a given diversity, mean size and mean covariates.',
    range: 'two numbers in units of the score; wider than what is known of the line itself',
    meansNot: 'Beyond the diversity of your runs it is a guess that the line goes on.',
    whatToDo: 'Look for runs outside of it: something else may have differed in them.',
    formula: 'the quantiles of the score given the runs: slope and noise are both uncertain',
    sources: ['gelman2013'],
    paths: ['levels.*.alone.band.*.interval95'],
  },
  predictiveR2: {
    label: 'Predictive R²',
    means:
      'How much better each run is foretold from the others with the level than by their mean score alone: leaving one out.',
    range: '1 where every run is foretold exactly; 0 as good as the mean; below 0 worse than it',
    meansNot: 'It is not R² of the fit, which never falls when columns are added.',
    whatToDo: 'Trust no slope whose predictive R² is below 0, however narrow its interval.',
    formula: '1 − Σ (score − foretold)² / Σ (score − mean of the others)²',
    sources: ['cook1982'],
    paths: ['levels.*.alone.leaveOneOut.predictiveR2', 'together.leaveOneOut.predictiveR2'],
  },
  logDensityGain: {
    label: 'Gain in log density',
    means:
      'How much more probable the left-out runs are when the level is known, beyond size and covariates alone.',
    range: 'any number; above 0 the level helps to foretell',
    meansNot: 'A gain of less than 4 may well be chance.',
    whatToDo: 'Prefer the level with the larger gain where two of them move together.',
    formula: 'Σ ln p(scoreᵢ | other runs, level) − Σ ln p(scoreᵢ | other runs)',
    sources: ['vehtari2017'],
    paths: ['levels.*.alone.leaveOneOut.logDensityGain'],
  },
  slopeWithout: {
    label: 'Slope without a run',
    means: 'The slope without the one run whose absence changes it most.',
    range: 'as the slope',
    meansNot: 'A run that weighs most is not a wrong run.',
    whatToDo:
      'Where the level cannot be told from zero without that run, repeat the run before you trust the level.',
    formula: 'the slope given all runs but one, for the one that moves it furthest',
    sources: ['cook1982'],
    paths: ['levels.*.alone.leaveOneOut.strongest.slopeWithout'],
  },
  varianceInflation: {
    label: 'Variance inflation',
    means:
      'How many times as uncertain the slope of a level is because other levels move with it over your runs.',
    range: '1, where it moves by itself, and up',
    meansNot:
      'A high one does not say that the level does not pay: only that these runs cannot tell.',
    whatToDo: 'From 10 on, plan runs that move the levels apart.',
    formula: '1 / (1 − R²), R² being that of the level foretold from the other columns',
    sources: ['marquardt1970'],
    paths: ['together.levels.*.varianceInflation'],
  },
  probabilityFirstLarger: {
    label: 'Probability of the larger slope',
    means: 'How probable it is, given the runs, that the first of two levels has the larger slope.',
    range: '0% to 100%; 50% where the runs say nothing',
    meansNot: 'Neither of the two need pay.',
    whatToDo: 'Spend your rows on the first level only where this is high and its slope above 0.',
    formula: 'P(slopeᵢ > slopeⱼ | runs), from both slopes and how they vary together',
    sources: ['gelman2013'],
    paths: ['together.comparisons.*.probabilityFirstLarger'],
  },
  degreeOfDiversity: {
    label: 'Degree of diversity',
    means:
      'How wide a choice of rows is between the narrowest (0%) and the widest (100%) of its size, by the kinds that it covers.',
    range: '0% to 100%',
    meansNot:
      'The same degree of two levels is not the same diversity: each has its own narrowest and widest.',
    whatToDo: 'Take 100% of the level that pays; compare degrees within one level only.',
    formula: 'kinds wanted = fewest + degree · (most − fewest), rounded',
    sources: ['li2025'],
    paths: ['degree.wanted'],
  },
} as const satisfies Readonly<Record<string, Figure>>;
