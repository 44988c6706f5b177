//! What is packed here is unpacked by the script of the page, run by Node.js.
#![allow(clippy::unwrap_used)]

use std::{fs, process::Command};

use wasm_encoder::{
    BlockType, CodeSection, CustomSection, ExportKind, ExportSection, Function, FunctionSection,
    Instruction as I, MemArg, MemorySection, MemoryType, Module, RefType, TableSection, TableType,
    TypeSection, ValType,
};
use xtask::{columns, script, workspace};

fn module(bodies: &[Vec<I<'static>>]) -> Module {
    let (mut types, mut functions, mut code) = (
        TypeSection::new(),
        FunctionSection::new(),
        CodeSection::new(),
    );
    types.ty().function([], []);
    types.ty().function([], [ValType::I32]);
    for body in bodies {
        functions.function(0);
        let mut function =
            Function::new([(3, ValType::I32), (200, ValType::I64), (1, ValType::F64)]);
        body.iter().for_each(|operation| {
            function.instruction(operation);
        });
        function.instruction(&I::End);
        code.function(&function);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 1,
        maximum: None,
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export("first", ExportKind::Func, 0);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&functions)
        .section(&tables)
        .section(&memories)
        .section(&exports)
        .section(&code);
    module
}

/// One operation of every shape, in every place that tells its column.
fn every_shape(align: u32) -> Vec<I<'static>> {
    let place = |offset| MemArg {
        offset,
        align,
        memory_index: 0,
    };
    vec![
        I::Block(BlockType::FunctionType(1)),
        I::I32Const(-1_000_000),
        I::End,
        I::I32Const(64),
        I::I32Add,
        I::LocalSet(1),
        I::Loop(BlockType::Empty),
        I::I32Const(0),
        I::BrTable(vec![0, 0, 0].into(), 0),
        I::End,
        I::I64Const(i64::MIN),
        I::LocalSet(150),
        I::F64Const(0.1.into()),
        I::Drop,
        I::F32Const(0.5.into()),
        I::Drop,
        I::I32Const(1),
        I::I32Load(place(70_000)),
        I::I32Load(place(0x3fff)),
        I::I32Load(place(0x4000)),
        I::I32Load(place(508)),
        I::I32Load(place(0xffff_fffd)),
        I::LocalTee(0),
        I::If(BlockType::Empty),
        I::Nop,
        I::Else,
        I::Return,
        I::End,
        I::I32Const(8),
        I::LocalGet(0),
        I::I32Store8(MemArg {
            align: 0,
            ..place(5)
        }),
        I::I32Const(0),
        I::I32Const(0),
        I::I32Const(0),
        I::MemoryCopy {
            src_mem: 0,
            dst_mem: 0,
        },
        I::F64Const(2.5.into()),
        I::I32TruncSatF64U,
        I::Drop,
        I::MemorySize(0),
        I::Drop,
        I::I32Const(0),
        I::CallIndirect {
            type_index: 0,
            table_index: 0,
        },
        I::RefFunc(0),
        I::RefFunc(0),
        I::I32Const(1),
        I::TypedSelect(ValType::FUNCREF),
        I::Drop,
        I::Call(0),
        I::LocalGet(2),
        I::LocalGet(130),
        I::I32Load(place(1)),
        I::I32Const(0x4_0000),
        I::I32Const(300),
        I::Call(130),
        I::I32Const(0x4_ffff),
        I::I32Const(0x5_0000),
        I::I32Const(0x3_ffff),
        I::I32Const(i32::MIN),
        I::I32Const(i32::MIN + 127),
        I::I32Const(i32::MIN + 128),
        I::LocalGet(3),
        I::I32Const(-64),
        I::I32Sub,
        I::LocalGet(4),
        I::I32Const(8),
        I::I32Store(place(8)),
        I::LocalGet(5),
        I::I32Const(i32::MIN + 1),
        I::I32Add,
        I::LocalGet(6),
    ]
}

/// Runs a piece of the page's script on what was packed, and reads what it has written.
fn run(name: &str, packed: &[u8], script: &str) -> Vec<u8> {
    let directory = workspace::target().join(name);
    workspace::emptied(&directory).unwrap();
    let (from, to) = (directory.join("from"), directory.join("to"));
    fs::write(&from, packed).unwrap();
    let script = format!(
        "{}\nconst [,, from, to] = process.argv;\nconst packed = new Uint8Array(require('fs').readFileSync(from));\n\
         require('fs').writeFileSync(to, {script});",
        script::unpack()
    );
    let program = directory.join("run.cjs");
    fs::write(&program, script).unwrap();
    let node = Command::new("node").args([&program, &from, &to]).status();
    assert!(node.unwrap().success());
    let written = fs::read(to).unwrap();
    workspace::removed(&directory).unwrap();
    written
}

fn three_functions(align: u32) -> Module {
    let long: Vec<I> = (0..20).flat_map(|_| every_shape(align)).collect();
    module(&[every_shape(align), vec![], long])
}

#[test]
fn every_shape_of_operation_comes_back_and_promises_no_alignment() {
    let packed = columns::pack(three_functions(2).as_slice()).unwrap();
    assert!(run("test-columns", &packed, "unpack(packed)") == three_functions(0).finish());
}

#[test]
fn sections_for_tools_are_left_out() {
    let mut with = three_functions(0);
    with.section(&CustomSection {
        name: "tools".into(),
        data: b"features".into(),
    });
    let without = columns::pack(three_functions(0).as_slice()).unwrap();
    assert!(columns::pack(with.as_slice()).unwrap() == without);
}

/// A script that writes every number in its shortest form would bring back another module, of which the sizes are wrong.
#[test]
fn numbers_longer_than_they_need_be_are_refused() {
    let load = I::I32Load(MemArg {
        offset: 133,
        align: 0,
        memory_index: 0,
    });
    let body = vec![I::I32Const(0), load, I::Drop];
    let mut module = module(&[body]).finish();
    assert!(columns::pack(&module).is_ok());
    let offset = module.windows(2).position(|two| two == [0x85, 1]).unwrap();
    module[offset + 1] = 0;
    assert!(columns::pack(&module).is_err());
}

#[test]
fn what_is_packed_has_the_form_of_a_module() {
    let packed = columns::pack(module(&[vec![]]).as_slice()).unwrap();
    let valid = run("test-form", &packed, "String(WebAssembly.validate(packed))");
    assert_eq!(valid, b"true");
}

#[test]
fn an_operation_without_a_column_is_named() {
    let module = module(&[vec![I::ReturnCall(0)]]);
    let failure = columns::pack(module.as_slice()).unwrap_err().to_string();
    assert!(failure.contains("12"), "{failure}");
    assert!(columns::pack(b"no module").is_err());
}
