/** The names under which data sets keep what Strata looks for; the first that a row has is taken. */

export const CONVERSATION_FIELDS = ['conversations', 'conversation'] as const;

export const CHAT_FIELDS = ['messages', ...CONVERSATION_FIELDS] as const;

export const ALPACA_INPUTS = ['input', 'context'] as const;
export const ALPACA_RESPONSES = ['output', 'response'] as const;

export const PROMPTS = ['prompt', 'input'] as const;
export const COMPLETIONS = ['completion', 'response', 'output', 'ideal'] as const;

/** What was written for a prompt, where nothing is named as its completion. */
export const WRITTEN = ['text', 'content'] as const;

export const QUESTIONS = ['question', 'query', 'problem'] as const;
export const ANSWERS = ['answer', 'response', 'solution', 'output'] as const;
/** Turns that ask, and texts, have no other shape, so that their answer may have any of these names. */
export const ANSWERS_TO_TURNS = [...COMPLETIONS, 'answer', 'solution'] as const;

/** Where answers may stand in an object or a list, such as SQuAD's. */
export const ANSWERS_WITH_MORE = ['answer', 'answers'] as const;

/** What several completions are of, and these, such as UltraFeedback's. */
export const PROMPTS_OF_SEVERAL = ['instruction', ...PROMPTS, ...QUESTIONS] as const;
export const SEVERAL_COMPLETIONS = [
  'completions',
  'responses',
  'generations',
  'outputs',
  'solutions',
  'answers',
] as const;

/** The answers of pairs; `preferencePair.ts` says which stand together. */
export const CHOSEN = ['chosen', 'preferred_output', 'chosen_response', 'accepted'] as const;
export const REJECTED = [
  'rejected',
  'non_preferred_output',
  'rejected_response',
  'rejected_messages',
] as const;
export const PREFERENCE_PROMPTS = ['prompt', 'question', 'query'] as const;

export const SENTENCE_PAIRS = [
  ['sentence1', 'sentence2'],
  ['premise', 'hypothesis'],
  ['question1', 'question2'],
  ['text1', 'text2'],
  ['text_a', 'text_b'],
  ['sentence_a', 'sentence_b'],
  ['anchor', 'positive'],
] as const;

export const TEXTS = ['text', 'sentence', 'utterance', 'content'] as const;
/** What was made of a text. */
export const TEXT_OUTPUTS = [...ANSWERS_TO_TURNS, 'summary', 'code'] as const;
/** What is right, where no one answers: beside turns that ask. */
export const REFERENCES = ['answers', 'reference_answer', 'ground_truth'] as const;

/** Whether an answer was wanted, in KTO data: part of the shape, not a tag. */
export const KTO_LABELS = ['label', 'kto_tag'] as const;

/** What a row is about or asks for. */
export const LABELS = [
  'label',
  'labels',
  'label_text',
  'label_name',
  'category',
  'categories',
  'intent',
  'intents',
  'tag',
  'tags',
  'topic',
  'topics',
  'task',
  'tasks',
  'task_type',
  'task_name',
  'kind',
  'question_type',
  'problem_type',
  'class',
  'class_name',
  'skill',
  'skills',
] as const;

/** What a row is like; taken as tags where no label is found. */
export const TRAITS = [
  'type',
  'domain',
  'subject',
  'language',
  'lang',
  'genre',
  'style',
  'difficulty',
  'level',
  'sentiment',
  'emotion',
] as const;
