/** The papers and books that figures follow, in the language they are written in. */
export const sources = {
  baayen2001: 'Baayen (2001), Word Frequency Distributions, doi:10.1007/978-94-010-0844-0',
  bouma2009:
    'Bouma (2009), Normalized (Pointwise) Mutual Information in Collocation Extraction, Proc. GSCL',
  broder1997:
    'Broder (1997), On the Resemblance and Containment of Documents, doi:10.1109/SEQUEN.1997.666900',
  chao1987:
    'Chao (1987), Estimating the Population Size for Capture–Recapture Data with Unequal Catchability, doi:10.2307/2531532',
  chao2014:
    'Chao et al. (2014), Rarefaction and Extrapolation with Hill Numbers, doi:10.1890/13-0133.1',
  chaoJost2012:
    'Chao & Jost (2012), Coverage-Based Rarefaction and Extrapolation, doi:10.1890/11-1952.1',
  cook1982: 'Cook & Weisberg (1982), Residuals and Influence in Regression',
  covington2010:
    'Covington & McFall (2010), Cutting the Gordian Knot: The Moving-Average Type–Token Ratio, doi:10.1080/09296171003643098',
  friedmanDieng2023: 'Friedman & Dieng (2023), The Vendi Score, arXiv:2210.02410',
  gelman2013: 'Gelman et al. (2013), Bayesian Data Analysis, doi:10.1201/b16018',
  goldstein2004:
    'Goldstein et al. (2004), Problems with Fitting to the Power-Law Distribution, doi:10.1140/epjb/e2004-00316-5',
  good1953:
    'Good (1953), The Population Frequencies of Species and the Estimation of Population Parameters, doi:10.1093/biomet/40.3-4.237',
  hill1973: 'Hill (1973), Diversity and Evenness, doi:10.2307/1934352',
  jost2006: 'Jost (2006), Entropy and Diversity, doi:10.1111/j.2006.0030-1299.14714.x',
  kuan2022:
    'Kuan & Mueller (2022), Back to the Basics: Revisiting Out-of-Distribution Detection Baselines, arXiv:2207.03061',
  li2016:
    'Li et al. (2016), A Diversity-Promoting Objective Function for Neural Conversation Models, doi:10.18653/v1/N16-1014',
  li2025:
    'Li et al. (2025), From Macro to Micro: Probing Dataset Diversity in Language Model Fine-Tuning, arXiv:2505.24768',
  liu2022:
    'Liu et al. (2022), Rethinking and Refining the Distinct Metric, doi:10.18653/v1/2022.acl-short.86',
  lopezpaz2017:
    'Lopez-Paz & Oquab (2017), Revisiting Classifier Two-Sample Tests, arXiv:1610.06545',
  marquardt1970:
    'Marquardt (1970), Generalized Inverses, Ridge Regression, Biased Linear Estimation, and Nonlinear Estimation, doi:10.1080/00401706.1970.10488699',
  mccarthy2007:
    'McCarthy & Jarvis (2007), vocd: A Theoretical and Empirical Evaluation, doi:10.1177/0265532207080767',
  mccarthy2010: 'McCarthy & Jarvis (2010), MTLD, vocd-D, and HD-D, doi:10.3758/BRM.42.2.381',
  mcinnes2018: 'McInnes, Healy & Melville (2018), UMAP, arXiv:1802.03426',
  pasarkarDieng2024: 'Pasarkar & Dieng (2024), Cousins of the Vendi Score, arXiv:2310.12952',
  pickands1975:
    'Pickands (1975), Statistical Inference Using Extreme Order Statistics, doi:10.1214/aos/1176343003',
  pielou1966:
    'Pielou (1966), The Measurement of Diversity in Different Types of Biological Collections, doi:10.1016/0022-5193(66)90013-0',
  salkar2022:
    'Salkar et al. (2022), Self-Repetition in Abstractive Neural Summarizers, doi:10.18653/v1/2022.aacl-main.51',
  shaib2024:
    'Shaib et al. (2024), Standardizing the Measurement of Text Diversity, arXiv:2403.00553',
  politisRomanoWolf1999:
    'Politis, Romano & Wolf (1999), Subsampling, doi:10.1007/978-1-4612-1554-7',
  shaoTu1995: 'Shao & Tu (1995), The Jackknife and Bootstrap, doi:10.1007/978-1-4612-0795-5',
  shannon1948:
    'Shannon (1948), A Mathematical Theory of Communication, doi:10.1002/j.1538-7305.1948.tb01338.x',
  simpson1949: 'Simpson (1949), Measurement of Diversity, doi:10.1038/163688a0',
  vehtari2017:
    'Vehtari, Gelman & Gabry (2017), Practical Bayesian Model Evaluation Using Leave-One-Out Cross-Validation and WAIC, doi:10.1007/s11222-016-9696-4',
  vennaKaski2001:
    'Venna & Kaski (2001), Neighborhood Preservation in Nonlinear Projection Methods, doi:10.1007/3-540-44668-0_68',
  wang2023: 'Wang et al. (2023), Self-Instruct, arXiv:2212.10560',
  xiao2011:
    'Xiao et al. (2011), Efficient Similarity Joins for Near-Duplicate Detection, doi:10.1145/2000824.2000825',
  yang2025:
    'Yang et al. (2025), Measuring Data Diversity for Instruction Tuning (NovelSum), arXiv:2502.17184',
  zhu2025dcscore:
    'Zhu et al. (2025), Measuring Diversity in Synthetic Datasets (DCScore), arXiv:2502.08512',
} as const satisfies Readonly<Record<string, string>>;

export type SourceId = keyof typeof sources;
