/** A turn of a chat that is written out in one text. */
export interface WrittenTurn {
  readonly role: string;
  readonly content: string;
}

/** How templates of models and trainers write out a chat. */
interface Template {
  /** What the text begins with. */
  readonly opening: RegExp;
  /** Global; what stands before the words of a turn, with who speaks as its group. */
  readonly speaker: RegExp;
  /** What ends a turn, or the whole. */
  readonly ends?: RegExp;
  /** The roles of those who speak, where they are not called by them. */
  readonly roles?: Readonly<Record<string, string>>;
}

const TEMPLATES: readonly Template[] = [
  // ChatML: OpenAI, Qwen; Phi-4.
  {
    opening: /^\s*<\|im_start\|>/,
    speaker: /<\|im_start\|>(\w+)(?:<\|im_sep\|>|\n|$)/g,
    ends: /<\|(?:im_end|endoftext)\|>/g,
  },
  // Llama 3.
  {
    opening: /^\s*(?:<\|begin_of_text\|>)?<\|start_header_id\|>/,
    speaker: /<\|start_header_id\|>(\w+)<\|end_header_id\|>/g,
    ends: /<\|(?:eot_id|eom_id|end_of_text)\|>/g,
  },
  // Llama 4.
  {
    opening: /^\s*(?:<\|begin_of_text\|>)?<\|header_start\|>/,
    speaker: /<\|header_start\|>(\w+)<\|header_end\|>/g,
    ends: /<\|(?:eot|eom|end_of_text)\|>/g,
  },
  // OpenAI's gpt-oss, whose turns may say on which channel they are.
  {
    opening: /^\s*<\|start\|>/,
    speaker:
      /<\|start\|>(\w+)\b[^<\n]*(?:<\|channel\|>[^<\n]*)?(?:<\|constrain\|>[^<\n]*)?<\|message\|>/g,
    ends: /<\|(?:end|return|call)\|>/g,
  },
  // Granite.
  {
    opening: /^\s*<\|start_of_role\|>/,
    speaker: /<\|start_of_role\|>(\w+)<\|end_of_role\|>/g,
    ends: /<\|end_of_text\|>/g,
  },
  // Gemma.
  {
    opening: /^\s*(?:<bos>)?<start_of_turn>/,
    speaker: /<start_of_turn>(\w+)(?:\n|$)/g,
    ends: /<end_of_turn>|<eos>/g,
  },
  // Zephyr, Tülu, Phi-3, OpenAssistant, GLM-4.
  {
    opening: /^\s*(?:<s>|\[gMASK\]\s?<sop>)?<\|(?:system|user|prompter)\|>/,
    speaker: /<\|(system|user|prompter|assistant|observation)\|>/g,
    ends: /<\/s>|<\|(?:end|endoftext)\|>/g,
  },
  // Llama 2, Mistral.
  {
    opening: /^\s*(?:<s>\s*)?\[(?:INST|SYSTEM_PROMPT)\]/,
    speaker: /(\[\/?INST\]|<<\/?SYS>>|\[SYSTEM_PROMPT\])/g,
    ends: /<\/?s>|\[\/SYSTEM_PROMPT\]/g,
    roles: {
      '[INST]': 'user',
      '[/INST]': 'assistant',
      '<<SYS>>': 'system',
      '<</SYS>>': 'user',
      '[SYSTEM_PROMPT]': 'system',
    },
  },
  // DeepSeek: what is said to the model before all turns has no mark of its own.
  {
    opening: /^\s*<｜(?:begin▁of▁sentence|User)｜>/,
    speaker: /<｜(begin▁of▁sentence|User|Assistant)｜>/g,
    ends: /<｜end▁of▁sentence｜>/g,
    roles: { 'begin▁of▁sentence': 'system' },
  },
  // Command R.
  {
    opening: /^\s*(?:<BOS_TOKEN>)?<\|START_OF_TURN_TOKEN\|>/,
    speaker: /<\|START_OF_TURN_TOKEN\|><\|(SYSTEM|USER|CHATBOT)_TOKEN\|>/g,
    ends: /<\|END_OF_TURN_TOKEN\|>/g,
    roles: { CHATBOT: 'assistant' },
  },
  // Vicuna, also with calls of functions, as Glaive has them.
  {
    opening: /^\s*(?:A chat between [^\n]*? )?USER:/,
    speaker: /(?:^|\s|<\/s>)(USER|ASSISTANT|FUNCTION RESPONSE):/g,
    ends: /<\/s>|<\|endoftext\|>/g,
  },
  // MOSS: who had no tool to call says so.
  {
    opening: /^\s*[<[]\|?Human\|?[>\]]:/,
    speaker: /[<[]\|?(Human|Inner Thoughts|Commands|Results|MOSS)\|?[>\]]:/g,
    ends: /(?:\bNone)?<eo[crt]>|<eo[ahm]>/g,
    roles: { MOSS: 'assistant', Commands: 'function_call' },
  },
  // Baize, whose texts end with the mark of who would speak next.
  {
    opening: /^\s*(?:The conversation between [^\n]*\n+)?\[\|Human\|\]/,
    speaker: /\[\|(Human|AI)\|\](?!\s*$)/g,
    ends: /\[\|(?:Human|AI)\|\]\s*$/g,
    roles: { AI: 'assistant' },
  },
  // Guanaco.
  { opening: /^\s*### Human:/, speaker: /### (Human|Assistant):/g },
  // Alpaca, with or without the sentences before it, which belong to no one.
  {
    opening: /^\s*(?:Below is an instruction[^\n]*\n+)?### Instruction:/,
    speaker: /^### (Instruction|Input|Response):/gm,
    ends: /<\/s>|<\|endoftext\|>/g,
    roles: { Instruction: 'user', Input: 'user', Response: 'assistant' },
  },
  // The same in Japanese.
  {
    opening: /^\s*(?:以下は、[^\n]*\n+)?### 指示[:：]/,
    speaker: /^### (指示|入力|応答|回答)[:：]/gm,
    ends: /<\/s>|<\|endoftext\|>/g,
    roles: { 指示: 'user', 入力: 'user', 応答: 'assistant', 回答: 'assistant' },
  },
  // Anthropic's of old, as in HH-RLHF.
  { opening: /^\s*Human:/, speaker: /(?:^\s*|\n\n)(Human|Assistant):/g },
];

/** Most texts begin with nothing of the kind. */
const OPENING =
  /^\s*(?:<|\[(?:INST|SYSTEM_PROMPT|gMASK|\|?Human\|?)\]|### |Below is an instruction|以下は、|A chat between |The conversation between |USER:|Human:)/;

/**
 * The turns of a text that is a chat written out by a well-known template; undefined where it is none, or no one
 * answers in it. O(length).
 */
export function transcriptTurns(text: string): readonly WrittenTurn[] | undefined {
  if (!OPENING.test(text)) return undefined;
  const template = TEMPLATES.find(({ opening }) => opening.test(text));
  if (!template) return undefined;
  const { speaker, ends = /$^/g, roles = {} } = template;
  const found = [...text.matchAll(speaker)];
  const turns = found.map((match, at) => ({
    role: roles[match[1]!] ?? match[1]!.toLowerCase(),
    content: text
      .slice(match.index + match[0].length, found[at + 1]?.index)
      .replace(ends, '')
      .trim(),
  }));
  return turns.some(({ role }) => ANSWERING.has(role)) ? turns : undefined;
}

const ANSWERING: ReadonlySet<string> = new Set(['assistant', 'model']);
