import { describe, expect, it } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import type { FieldSelection } from '../../../src/data/rowTypes.ts';
import { recordFacts } from '../../../src/data/recordFacts.ts';
import { detectShape } from '../../../src/data/shapes.ts';
import { textViews } from '../../../src/data/textViews.ts';
import { transcriptTurns } from '../../../src/data/transcript.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));

/** One chat as the templates of these models and trainers write it. */
const WRITTEN: readonly [name: string, text: string][] = [
  [
    'ChatML',
    '<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nQ1<|im_end|>\n<|im_start|>assistant\nA1<|im_end|>\n<|im_start|>user\nQ2<|im_end|>\n<|im_start|>assistant\nA2<|im_end|>\n',
  ],
  [
    'Llama 3',
    '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe kind.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nQ1<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nA1<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nQ2<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nA2<|eot_id|>',
  ],
  [
    'Zephyr',
    '<|system|>\nBe kind.</s>\n<|user|>\nQ1</s>\n<|assistant|>\nA1</s>\n<|user|>\nQ2</s>\n<|assistant|>\nA2</s>\n',
  ],
  [
    'DeepSeek',
    '<｜begin▁of▁sentence｜>Be kind.<｜User｜>Q1<｜Assistant｜>A1<｜end▁of▁sentence｜><｜User｜>Q2<｜Assistant｜>A2<｜end▁of▁sentence｜>',
  ],
  [
    'Command R',
    '<BOS_TOKEN><|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>Be kind.<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|USER_TOKEN|>Q1<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>A1<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|USER_TOKEN|>Q2<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>A2<|END_OF_TURN_TOKEN|>',
  ],
  [
    'Llama 2',
    '<s>[INST] <<SYS>>\nBe kind.\n<</SYS>>\n\nQ1 [/INST] A1 </s><s>[INST] Q2 [/INST] A2 </s>',
  ],
  [
    'Mistral',
    '<s>[SYSTEM_PROMPT]Be kind.[/SYSTEM_PROMPT][INST]Q1[/INST]A1</s>[INST]Q2[/INST]A2</s>',
  ],
  [
    'Llama 4',
    '<|begin_of_text|><|header_start|>system<|header_end|>\n\nBe kind.<|eot|><|header_start|>user<|header_end|>\n\nQ1<|eot|><|header_start|>assistant<|header_end|>\n\nA1<|eot|><|header_start|>user<|header_end|>\n\nQ2<|eot|><|header_start|>assistant<|header_end|>\n\nA2<|eot|>',
  ],
  [
    'gpt-oss',
    '<|start|>system<|message|>Be kind.<|end|><|start|>user<|message|>Q1<|end|><|start|>assistant<|channel|>final<|message|>A1<|end|><|start|>functions.f to=assistant<|channel|>commentary<|message|>{}<|end|><|start|>user<|message|>Q2<|end|><|start|>assistant<|channel|>final<|message|>A2<|return|>',
  ],
  [
    'Granite',
    '<|start_of_role|>system<|end_of_role|>Be kind.<|end_of_text|>\n<|start_of_role|>user<|end_of_role|>Q1<|end_of_text|>\n<|start_of_role|>assistant<|end_of_role|>A1<|end_of_text|>\n<|start_of_role|>user<|end_of_role|>Q2<|end_of_text|>\n<|start_of_role|>assistant<|end_of_role|>A2<|end_of_text|>\n',
  ],
  [
    'GLM-4',
    '[gMASK]<sop><|system|>\nBe kind.<|user|>\nQ1<|assistant|>\nA1<|observation|>\n{}<|user|>\nQ2<|assistant|>\nA2',
  ],
];

describe('a chat written out in one text', () => {
  it.each(WRITTEN)('is read as its turns: %s', (_, text) => {
    expect(views({ text })).toMatchObject({
      shape: 'transcript',
      instruction: 'Be kind.\n\nQ1\n\nQ2',
      response: 'A1\n\nA2',
    });
  });

  it('is read as its turns: Gemma', () => {
    const text =
      '<bos><start_of_turn>user\nQ1<end_of_turn>\n<start_of_turn>model\nA1<end_of_turn>\n';
    expect(views({ text })).toMatchObject({ instruction: 'Q1', response: 'A1' });
  });

  it('is read as its turns: OpenAssistant', () => {
    const text =
      '<|prompter|>Q1<|endoftext|><|assistant|>A1<|endoftext|><|prompter|>Q2<|endoftext|><|assistant|>A2<|endoftext|>';
    expect(views({ text })).toMatchObject({ instruction: 'Q1\n\nQ2', response: 'A1\n\nA2' });
  });

  it('is read as its turns: Vicuna', () => {
    const text =
      'A chat between a curious user and an assistant. The assistant is polite. ' +
      'USER: Q1 ASSISTANT: A1</s>USER: Q2 ASSISTANT: A2</s>';
    expect(views({ text })).toMatchObject({ instruction: 'Q1\n\nQ2', response: 'A1\n\nA2' });
  });

  it('is read as its turns: MOSS', () => {
    const text = '<|Human|>: Q1<eoh>\n<|MOSS|>: A1<eom>\n<|Human|>: Q2 <eoh>\n<|MOSS|>: A2<eom>\n';
    const turns = { instruction: 'Q1\n\nQ2', response: 'A1\n\nA2' };
    expect(views({ text })).toMatchObject(turns);
    const earlier = '[Human]: Q1<eoh> [MOSS]: A1<eoa> [Human]: Q2<eoh> [MOSS]: A2<eoa>';
    expect(views({ id: 1, prefix: 'MOSS is an AI.', plain_text: earlier })).toMatchObject(turns);
  });

  it('is read as its turns, with the calls of tools, in the parts of a chat: MOSS', () => {
    const turn = (asked: string, thought: string, called: string, given: string, said: string) => ({
      Human: `<|Human|>: ${asked}<eoh>\n`,
      'Inner Thoughts': `<|Inner Thoughts|>: ${thought}<eot>\n`,
      Commands: `<|Commands|>: ${called}<eoc>\n`,
      'Tool Responses': `<|Results|>: ${given}<eor>\n`,
      MOSS: `<|MOSS|>: ${said}<eom>\n`,
    });
    const row = {
      conversation_id: 1,
      meta_instruction: 'You are an AI assistant whose name is MOSS.\n',
      num_turns: 2,
      chat: {
        turn_1: turn('None', 'None', 'None', 'None', 'A1'),
        turn_2: turn('Q2', 'I look it up.', 'Search("q")', 'Search("q") =>\n[1]', 'A2'),
      },
      category: 'Brainstorming',
    };
    expect(views(row)).toEqual({
      shape: 'conversations',
      instruction: 'You are an AI assistant whose name is MOSS.\n\n\nNone\n\nQ2',
      response: 'A1\n\nSearch("q")\n\nA2',
      tags: ['Brainstorming'],
    });
    expect(views({ ...row, chat: { turn_1: { Human: 'a b', MOSS: 'c d' } } })?.shape).toBe(
      'fields',
    );
  });

  it('is read as its turns: Baize', () => {
    const input =
      'The conversation between human and AI assistant.\n[|Human|] Q1\n[|AI|] A1\n[|Human|] Q2\n[|AI|] A2\n[|Human|] ';
    const turns = { instruction: 'Q1\n\nQ2', response: 'A1\n\nA2' };
    expect(views({ topic: 'What is Q?', input })).toMatchObject({ shape: 'fields', ...turns });
    expect(views({ text: input })).toMatchObject({ shape: 'transcript', ...turns });
    const asked = '[|Human|] Q1\n[|AI|] A1\n[|Human|] Q2\n[|AI|] ';
    expect(views({ prompt: asked, completion: 'A2' })).toMatchObject({
      instruction: 'Q1\n\nQ2',
      response: 'A2',
    });
  });

  it('is read as its turns: Guanaco', () => {
    const text = '### Human: Q1### Assistant: A1\n# A heading### Human: Q2### Assistant: A2';
    expect(views({ text })).toMatchObject({
      instruction: 'Q1\n\nQ2',
      response: 'A1\n# A heading\n\nA2',
    });
  });

  it('is read without the sentences of its template: Alpaca', () => {
    const text =
      'Below is an instruction that describes a task, paired with an input that provides further context. ' +
      'Write a response that appropriately completes the request.\n\n' +
      '### Instruction:\nSort them.\n\n### Input:\n3, 1\n\n### Response:\n1, 3</s>';
    expect(views({ text })).toMatchObject({
      instruction: 'Sort them.\n\n3, 1',
      response: '1, 3',
    });
  });

  it('is read without the sentences of its template: Alpaca in Japanese', () => {
    const text =
      '以下は、タスクを説明する指示と、文脈のある入力の組み合わせです。要求を適切に満たす応答を書きなさい。\n\n' +
      '### 指示:\n並べなさい。\n\n### 入力:\n3、1\n\n### 応答:\n1、3</s>';
    expect(views({ text })).toMatchObject({
      instruction: '並べなさい。\n\n3、1',
      response: '1、3',
    });
    expect(views({ text: '以下は、目次です。' })).toMatchObject({ shape: 'text' });
  });

  it('is read in preference pairs and prompts, as turns are: HH-RLHF', () => {
    const asked = '\n\nHuman: Q1\n\nAssistant: A1\n\nHuman: Q2\n\nIn two lines.\n\nAssistant:';
    expect(views({ chosen: `${asked} good`, rejected: `${asked} bad` })).toMatchObject({
      shape: 'preference',
      instruction: 'Q1\n\nQ2\n\nIn two lines.',
      response: 'A1\n\ngood',
    });
    expect(views({ prompt: asked, completion: ' good' })).toMatchObject({
      instruction: 'Q1\n\nQ2\n\nIn two lines.',
      response: ' good',
    });
  });

  it('is read as its turns where a person names its field, as where it is found', () => {
    const asked = '\n\nHuman: Q1\n\nAssistant: A1\n\nHuman: Q2\n\nAssistant:';
    const pair = { id: '1', chosen: `${asked} good`, rejected: `${asked} bad` };
    const named = (record: JsonObject, selection: FieldSelection) =>
      textViews(record, planFields([record], selection));
    for (const selection of [
      { response: 'chosen' },
      { instruction: 'chosen' },
      { instruction: 'chosen', response: 'chosen' },
    ]) {
      expect(named(pair, selection)).toMatchObject({
        instruction: 'Q1\n\nQ2',
        response: 'A1\n\ngood',
      });
    }
    expect(named(pair, { response: 'rejected' })).toMatchObject({ response: 'A1\n\nbad' });
    const text = '<|im_start|>user\nQ<|im_end|>\n<|im_start|>assistant\nA<|im_end|>';
    expect(named({ text }, { instruction: 'text' })).toMatchObject({
      instruction: 'Q',
      response: 'A',
    });
    expect(named({ meta: { log: text } }, { response: 'meta.log' })).toMatchObject({
      response: 'A',
    });
  });

  it('is read where a conversation is expected', () => {
    const [, chatML] = WRITTEN[0]!;
    const turns = { instruction: 'Be kind.\n\nQ1\n\nQ2', response: 'A1\n\nA2' };
    expect(views({ messages: chatML })).toMatchObject({ shape: 'messages', ...turns });
    expect(views({ conversation: chatML })).toMatchObject({ shape: 'conversations', ...turns });
  });

  it('may be a list of turns as JSON, as a cell of a table has it', () => {
    const list = [
      { role: 'user', content: 'Q' },
      { role: 'assistant', content: 'A', tool_calls: [{ name: 'f', arguments: {} }] },
    ];
    const cell = ` ${JSON.stringify(list, null, 1)}`;
    const turns = { instruction: 'Q', response: 'A\nf({})' };
    expect(views({ messages: cell })).toMatchObject({ shape: 'messages', ...turns });
    expect(views({ id: '1', conversations: cell })).toMatchObject({
      shape: 'conversations',
      ...turns,
    });
    expect(views({ text: cell })).toMatchObject({ shape: 'transcript', ...turns });
    expect(views({ chosen: cell, rejected: '[]' })).toMatchObject(turns);
    expect(recordFacts({ messages: cell }, 'messages').speakers).toEqual(['user', 'assistant']);
  });

  it('is no JSON of another kind, which may be an answer', () => {
    for (const output of [
      '[{"role": "user", "name": "Bob"}, {"role": "assistant", "name": "Ann"}]',
      '[{"name": "f", "arguments": {}}]',
      '[{"role": "user", "content": "Q"}]',
      '[{"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"',
      '[1, 2]',
    ]) {
      expect(views({ instruction: 'I', output })?.response).toBe(output);
    }
    expect(views({ messages: 'no list' })?.shape).toBe('fields');
  });

  it('is told by what a text begins with, and by an answer in it', () => {
    for (const text of [
      'A text about <|im_start|>user\nQ<|im_end|>\n<|im_start|>assistant\nA<|im_end|>',
      '<|im_start|>user\nQ<|im_end|>',
      '### A heading\n\n### Human: Q',
      'Human: all too human. Nietzsche wrote it.',
      '<p>Human: Q</p>\n\nAssistant: A',
      '[INST] without an end',
      'A chat between two USERs.',
      'The conversation between two of them.',
      '[Human]: Q',
      '<｜begin▁of▁sentence｜>Text.',
      '',
    ]) {
      expect(transcriptTurns(text)).toBeUndefined();
    }
    expect(detectShape({ text: 'Human: all too human.' })).toBe('text');
  });

  it('is read in the time that its length takes', () => {
    const spaces = ' '.repeat(200_000);
    for (const text of [
      `${spaces}Human: Q${'\n\nHuman'.repeat(50_000)}`,
      `A chat between ${spaces.repeat(2)}`,
      `### Instruction:${'\n'.repeat(200_000)}`,
      `<|im_start|>${'a'.repeat(200_000)}`,
      '<|start|>a<|channel|>'.repeat(20_000),
      `The conversation between ${spaces}`,
      `[|Human|]${`[|Human|]${spaces.slice(0, 1000)}`.repeat(200)}`,
      `<|Human|>:${'<|Human|>:None'.repeat(20_000)}`,
      `<|start|>${'a'.repeat(200_000)}`,
      `<|start|>${'a '.repeat(200_000)}`,
    ]) {
      expect(transcriptTurns(text)).toBeUndefined();
    }
  });
});
