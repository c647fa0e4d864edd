//! What a user sees: arguments in; output, messages and exit code out.

use std::path::Path;

use assert_cmd::Command;

/// What came of one run.
struct Run {
    out: String,
    err: String,
    code: Option<i32>,
}

/// The program in a folder of its own, with nothing in its surroundings that changes what it prints.
struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let bench = Self { folder };
        bench.file("seven.txt", b"The site went down at 7 p.m. ET on Monday.\n");
        bench
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path().join(name), bytes).expect("written");
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::cargo_bin("outage-timeline").expect("the program is built");
        command.current_dir(self.path()).args(args);
        for name in [
            "CI",
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "COLUMNS",
            "RUST_BACKTRACE",
        ] {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, args: &[&str]) -> Run {
        Self::finish(&mut self.command(args))
    }

    fn finish(command: &mut Command) -> Run {
        let output = command.output().expect("the program starts");
        Run {
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
            code: output.status.code(),
        }
    }
}

impl Run {
    /// Could not run, and said so in one sentence that holds the words.
    #[track_caller]
    fn refused(&self, words: &str) {
        assert_eq!(self.code, Some(2), "{}{}", self.out, self.err);
        assert!(self.err.contains(words), "{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        assert_eq!(self.out, "");
    }

    #[track_caller]
    fn done(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", self.out);
        self
    }
}

#[test]
fn a_missing_file_a_folder_and_an_unreadable_file_are_one_sentence_each() {
    let bench = Bench::new();
    bench
        .run(&["nowhere.txt"])
        .refused("nowhere.txt: there is no such file");
    std::fs::create_dir(bench.path().join("reports")).expect("a folder");
    bench.run(&["reports"]).refused("reports: this is a folder");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        bench.file("secret.txt", b"x");
        let locked = std::fs::Permissions::from_mode(0o000);
        std::fs::set_permissions(bench.path().join("secret.txt"), locked).expect("locked");
        // Root may read everything, so there is nothing to see.
        if std::fs::read(bench.path().join("secret.txt")).is_err() {
            bench.run(&["secret.txt"]).refused("secret.txt: cannot be read");
        }
    }
}

#[test]
fn a_name_with_control_characters_does_not_reach_the_terminal_raw() {
    let run = Bench::new().run(&["a\u{1b}[31mb.txt"]);
    run.refused("there is no such file");
    assert!(!run.err.contains('\u{1b}'), "{:?}", run.err);
}

#[test]
fn binary_data_and_an_empty_file_are_one_sentence_each() {
    let bench = Bench::new();
    bench.file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01");
    bench.run(&["picture.png"]).refused("picture.png: this is binary data");
    bench.file("empty.txt", b"");
    bench.run(&["empty.txt"]).refused("empty.txt: the file is empty");
    bench.file("blank.txt", b" \n\n\t\n");
    bench.run(&["blank.txt"]).refused("blank.txt: the file is empty");
}

#[test]
fn a_file_that_fails_does_not_keep_the_others_from_being_read() {
    let bench = Bench::new();
    bench.file("empty.txt", b"");
    let run = bench.run(&["nowhere.txt", "seven.txt", "empty.txt"]);
    assert_eq!(run.code, Some(2));
    assert!(run.out.contains("19:00"), "{}", run.out);
    assert!(
        run.err.contains("nowhere.txt: ") && run.err.contains("empty.txt: "),
        "{}",
        run.err
    );
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
}

#[test]
fn an_impossible_date_an_unknown_zone_and_an_unknown_format_say_what_is_possible() {
    let bench = Bench::new();
    for (args, words) in [
        (["--date", "2021-02-30"], "February 2021 has 28 days"),
        (["--date", "yesterday"], "write one as 2021-10-04"),
        (["--date", "2021-10-04T25:00"], "a clock goes from"),
        (["--tz", "Europe/Lodnon"], "did you mean Europe/London?"),
        (["--zone", "Mars/Phobos"], "such as Europe/London"),
        (["--zone", "IST"], "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"),
        (["--format", "xml"], "table, json"),
        (["--color", "pink"], "auto, always, never"),
    ] {
        let run = bench.run(&[&args[..], &["seven.txt"]].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(
            run.err.contains(words) && run.err.contains(args[0]),
            "{args:?}: {}",
            run.err
        );
    }
}

#[test]
fn without_arguments_the_help_is_shown_and_nothing_is_run() {
    let run = Bench::new().run(&[]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("Examples:"), "{}", run.err);
}

#[test]
fn the_help_shows_examples_and_exit_codes_and_the_version_is_told() {
    let bench = Bench::new();
    let help = bench.run(&["--help"]).done().out;
    for words in [
        "--date 2021-10-04",
        "--tz",
        "NO_COLOR",
        "./check",
        "Exit codes: 0 done, 1 check, verify or diff",
    ] {
        assert!(help.contains(words), "{words}");
    }
    assert_eq!(
        bench.run(&["--version"]).done().out,
        format!("outage-timeline {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn an_old_name_of_a_zone_is_that_zone_on_the_command_line_and_in_the_text() {
    let bench = Bench::new();
    bench.file(
        "old.txt",
        b"The site went down on 4 October 2021 at 4 p.m. US/Pacific.\n",
    );
    for args in [
        &["old.txt"][..],
        &["seven.txt", "--date", "2021-10-05", "--tz", "US/Pacific"],
    ] {
        let table = bench.run(args).done().out;
        assert!(
            table.contains("America/Los_Angeles") && table.contains("16:00"),
            "{table}"
        );
    }
}

#[test]
fn the_schema_is_json_of_the_version_that_is_written() {
    let schema = Bench::new().run(&["schema"]).done().out;
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!(schema["properties"]["schema"]["const"], "outage-timeline/1");
}

#[test]
fn the_table_shows_the_day_the_clock_the_phase_and_the_words() {
    let out = Bench::new().run(&["seven.txt", "--date", "2021-10-05"]).done().out;
    for words in [
        "Monday 4 October 2021",
        "19:00",
        "started",
        "7 p.m. ET",
        "America/New_York",
    ] {
        assert!(out.contains(words), "{words}:\n{out}");
    }
    assert!(!out.contains('\u{1b}'), "a pipe is not coloured");
}

#[test]
fn another_zone_moves_the_clock_of_the_table_and_leaves_the_json_alone() {
    let bench = Bench::new();
    let args = ["seven.txt", "--date", "2021-10-05"];
    let table = bench.run(&[&args[..], &["--tz", "UTC"]].concat()).done().out;
    assert!(
        table.contains("23:00") && table.contains("Monday 4 October 2021"),
        "{table}"
    );
    let json = |more: &[&str]| bench.run(&[&args[..], &["--format", "json"], more].concat()).done().out;
    assert_eq!(json(&["--tz", "UTC"]), json(&[]));
}

#[test]
fn the_json_is_one_object_with_every_document_in_it() {
    let bench = Bench::new();
    bench.file("eight.txt", b"It was back at 8 p.m. ET on Monday.\n");
    let args = ["seven.txt", "eight.txt", "--date", "2021-10-05", "--format", "json"];
    let json: serde_json::Value = serde_json::from_str(&bench.run(&args).done().out).expect("one object");
    // In the order of their names, whatever the order on the command line.
    assert_eq!(json["documents"][0]["path"], "eight.txt");
    assert_eq!(json["events"][0]["value"], "2021-10-04T19:00-04:00");
    assert_eq!(json["events"][1]["sources"][0]["document"], "d1");
}

#[test]
fn a_timeline_among_the_files_speaks_for_its_texts_unless_they_are_there_themselves() {
    let bench = Bench::new();
    bench.file("back.txt", b"The site was back at 9 p.m. ET on Monday.\n");
    let known = ["--date", "2021-10-05"];
    let json = bench
        .run(&[&["seven.txt", "--format", "json"], &known[..]].concat())
        .done()
        .out;
    bench.file("old.json", json.as_bytes());
    let merged = bench.run(&[&["back.txt", "old.json"], &known[..]].concat()).done().out;
    for words in [
        "Text [2]   seven.txt",
        "19:00",
        "The site went down",
        "“at 9 p.m. ET on Monday” [1]",
    ] {
        assert!(merged.contains(words), "{words}: {merged}");
    }
    assert!(!merged.contains("old.json"), "{merged}");
    let itself = bench.run(&[&["seven.txt", "old.json"], &known[..]].concat()).done().out;
    assert!(
        itself.contains("old.json tells of seven.txt too: the text itself is read instead"),
        "{itself}"
    );
    bench
        .run(&["back.txt", "old.json", "--date", "2021-10-05", "--trust", "old.json"])
        .done();
    let text = bench.run(&["old.json", "--format", "text"]).done().out;
    assert!(
        text.starts_with("The site went down at 7 p.m. ET on Monday"),
        "{text:?}"
    );
}

#[test]
fn a_mail_that_travelled_encoded_is_read_as_it_is_shown() {
    let bench = Bench::new();
    let mail = "From: ops@x.example\nTo: all@x.example\nDate: Tue, 5 Oct 2021 09:02:11 -0400\n\
        Subject: =?UTF-8?B?Q2Fmw6kgZG93bg==?=\nMIME-Version: 1.0\n\
        Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
        VGhlIGNhZsOpIHNpdGUgd2VudCBkb3duIGF0IDcgcC5tLiBFVCBvbiBNb25kYXku\n";
    bench.file("mail.eml", mail.as_bytes());
    let table = bench.run(&["mail.eml"]).done().out;
    assert!(
        table.contains("19:00") && table.contains("The café site went down"),
        "{table}"
    );
    let text = bench.run(&["mail.eml", "--format", "text"]).done().out;
    assert!(text.contains("Subject: Café down\n\nThe café site"), "{text}");
}

#[test]
fn a_chat_s_marks_stand_in_no_row() {
    let bench = Bench::new();
    let chat = r#"[{"type": "message", "user": "U1", "ts": "1633362060.000200",
        "text": "<@U12AB> :fire: the API is down, see <https://status.example.com/2021|our status page>"},
        {"type": "message", "user": "U2", "ts": "1633369260.000300", "text": ":tada: <!here> it is restored"}]"#;
    bench.file("chat.json", chat.as_bytes());
    let table = bench.run(&["chat.json", "--zone", "UTC"]).done().out;
    assert!(table.contains("The API is down, see our status page"), "{table}");
    assert!(
        !table.contains("U12AB") && !table.contains(":fire:") && !table.contains("!here"),
        "{table}"
    );
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes_with_a_word_about_it() {
    let bench = Bench::new();
    for (name, text, told, row) in [
        (
            "cut.json",
            r#"{"incident": {"name": "API", "incident_updates": [{"body": "The API went down.", "created_at": "2021-10-04T15:40:00Z"}, {"bo"#,
            "the JSON breaks off or is broken",
            "15:40",
        ),
        (
            "other.json",
            r#"{"weather": {"note": "The site went down on 4 October 2021 at 15:40 UTC."}}"#,
            "of no kind that is known here",
            "15:40",
        ),
        (
            "front.md",
            "---\ntitle: [Down\nwhat is this\n---\nThe site went down on 4 October 2021 at 15:40 UTC.\n",
            "the front matter is not well formed",
            "15:40",
        ),
        (
            "page.html",
            "<html><body><div><p>The site went <b>down on 4 October 2021 at 15:40 UTC.</i></div><table><tr><td>x",
            "",
            "15:40",
        ),
        (
            "mail.eml",
            "From: a@x.example\nDate: Mon, 4 Oct 2021 18:02:11 +0000\nSubject: API\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\
             Content-Transfer-Encoding: quoted-printable\n\nThe site went down at 15:4=30 UTC, caf=E",
            "",
            "15:40",
        ),
    ] {
        bench.file(name, text.as_bytes());
        let run = bench.run(&[name]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
        assert!(run.out.contains(told) && run.out.contains(row), "{name}: {}", run.out);
    }
}

#[test]
fn standard_input_is_read_for_a_dash() {
    let bench = Bench::new();
    let mut command = bench.command(&["-", "--date", "2021-10-05"]);
    command.write_stdin("The site went down at 7 p.m. ET on Monday.\n");
    let out = Bench::finish(&mut command).done().out;
    assert!(out.contains("standard input") && out.contains("19:00"), "{out}");
    let mut command = bench.command(&["-"]);
    command.write_stdin("");
    Bench::finish(&mut command).refused("-: the file is empty");
}

#[test]
fn a_file_is_written_where_output_names_one_and_no_text_is_overwritten() {
    let bench = Bench::new();
    let run = bench
        .run(&["seven.txt", "-o", "out.txt", "--date", "2021-10-05"])
        .done();
    assert_eq!(run.out, "");
    let written = std::fs::read_to_string(bench.path().join("out.txt")).expect("written");
    assert_eq!(written, bench.run(&["seven.txt", "--date", "2021-10-05"]).done().out);
    bench
        .run(&["seven.txt", "-o", "nowhere/out.txt"])
        .refused("nowhere/out.txt: cannot be written");
    bench
        .run(&["seven.txt", "-o", "./seven.txt"])
        .refused("give --output another name");
}

#[test]
fn colour_is_asked_for_refused_or_left_to_the_surroundings() {
    let bench = Bench::new();
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let mut command = bench.command(&[&["seven.txt"], args].concat());
        command.envs(env.iter().copied());
        Bench::finish(&mut command).done().out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "a pipe");
    assert!(coloured(&["--color", "always"], &[]));
    assert!(
        coloured(&["--color", "always"], &[("NO_COLOR", "1")]),
        "what is asked for outranks the surroundings"
    );
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(
        !coloured(&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]),
        "NO_COLOR is the stronger"
    );
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn control_characters_of_the_article_reach_nobody() {
    let bench = Bench::new();
    let hostile = "The \u{1b}[31msite\u{9b}2J \u{202e}went down at 7 p.m. ET on Monday\u{7}.\n";
    bench.file("hostile.txt", hostile.as_bytes());
    for format in ["table", "json"] {
        let out = bench.run(&["hostile.txt", "--explain", "--format", format]).done().out;
        let raw = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!out.contains(raw), "{format}: {out:?}");
    }
}

#[test]
fn a_text_without_any_time_is_an_empty_timeline_and_a_word_about_it() {
    let bench = Bench::new();
    bench.file("timeless.txt", b"The site was down and everybody was sad.\n");
    let run = bench.run(&["timeless.txt"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("the timeline is empty"), "{}", run.out);
    let run = bench.run(&["timeless.txt", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("\"events\": []"), "{}", run.out);
    assert!(run.err.contains("the timeline is empty"), "{}", run.err);
}

#[test]
fn a_reader_that_closes_the_pipe_ends_the_program_quietly() {
    let program = assert_cmd::cargo::cargo_bin("outage-timeline");
    // The reader is long gone when the program begins to write.
    let script = "(sleep 0.3; \"$0\" schema; echo \"code $?\" >&2) | true";
    let output = std::process::Command::new("bash")
        .args(["-c", script])
        .arg(&program)
        .output()
        .expect("bash starts");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "code 0\n");
}

#[test]
fn check_refuses_what_is_no_fixture_and_still_counts_in_its_last_line() {
    let bench = Bench::new();
    bench.file("plain.md", b"# Only prose\n");
    let run = bench.run(&["check", "plain.md"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), "0 passed, 0 failed\n"));
    assert!(run.err.contains("plain.md:1: there is no article here"), "{}", run.err);
    std::fs::create_dir(bench.path().join("none")).expect("a folder");
    assert!(
        bench
            .run(&["check", "none"])
            .err
            .contains("there is no fixture in this folder")
    );
    assert!(
        bench
            .run(&["check", "nowhere"])
            .err
            .contains("nowhere: there is no such file")
    );
}

#[test]
fn check_blesses_then_passes_and_fails_with_one_where_a_row_is_changed() {
    let bench = Bench::new();
    bench.file(
        "a.md",
        b"# Seven\n\n- date: 2021-10-05\n\n```text\nThe site went down at 7 p.m. ET on Monday.\n```\n",
    );
    let run = bench.run(&["check", "a.md"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("FAILED a.md:5: Seven") && run.out.ends_with("\n0 passed, 1 failed\n"),
        "{}",
        run.out
    );

    let mut refused = bench.command(&["check", "--bless", "a.md"]);
    Bench::finish(refused.env("CI", "true")).refused("--bless is refused where CI is set");

    bench.run(&["check", "--bless", "."]).done();
    assert_eq!(bench.run(&["check", "."]).done().out, "1 passed, 0 failed\n");

    let blessed = std::fs::read_to_string(bench.path().join("a.md")).expect("a fixture");
    assert!(blessed.contains("| 2021-10-04T19:00-04:00 |"), "{blessed}");
    bench.file("a.md", blessed.replace("T19:00", "T20:00").as_bytes());
    let run = bench.run(&["check", "a.md"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("2021-10-04T20:00-04:00"), "{}", run.out);
}

#[test]
fn an_explanation_names_the_words_and_what_is_proved() {
    let out = Bench::new()
        .run(&["seven.txt", "--explain", "--date", "2021-10-05"])
        .done()
        .out;
    for words in ["How each time came about", "7 p.m. ET", "exactly"] {
        assert!(out.contains(words), "{words}:\n{out}");
    }
}

#[test]
fn a_text_in_windows_1252_is_read_with_its_quotes_dashes_and_spaces() {
    let bench = Bench::new();
    // Curly quotes, an apostrophe, a dash and a no-break space, a byte each.
    let text = b"The bank\x92s app \x93went down\x94 \x96 at 7\xa0p.m. ET on Monday, it said.\r\n";
    bench.file("old.txt", text);
    let out = bench.run(&["old.txt", "--date", "2021-10-05"]).done().out;
    for words in [
        "19:00",
        "The bank\u{2019}s app",
        "\u{201c}went down\u{201d}",
        "7 p.m. ET on Monday",
    ] {
        assert!(out.contains(words), "{words}:\n{out}");
    }
}

#[test]
fn a_timeline_is_verified_against_its_text_and_what_fails_is_a_line_each() {
    let bench = Bench::new();
    let json = bench
        .run(&["seven.txt", "--date", "2021-10-05", "--format", "json"])
        .done()
        .out;
    bench.file("right.json", json.as_bytes());
    // The date that was given is in the timeline, so it needs not be given again.
    bench.run(&["verify", "right.json", "seven.txt"]).done();
    bench.file("wrong.json", json.replace("T19:00", "T20:00").as_bytes());
    let run = bench.run(&["verify", "wrong.json", "seven.txt"]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(
        run.out.starts_with("FAILS e1 ") && run.out.contains("contradicted"),
        "{}",
        run.out
    );
    let run = bench.run(&["verify", "seven.txt", "seven.txt"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("this is no timeline"), "{}", run.err);
}

#[test]
fn two_revisions_differ_by_a_line_for_each_change() {
    let bench = Bench::new();
    bench.file("nine.txt", b"The site went down at 9 p.m. ET on Monday.\n");
    bench
        .run(&["diff", "seven.txt", "seven.txt", "--date", "2021-10-05"])
        .done();
    let run = bench.run(&["diff", "seven.txt", "nine.txt", "--date", "2021-10-05"]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.starts_with("moved     e1"), "{}", run.out);
}

#[test]
fn what_is_trusted_decides_and_must_be_read() {
    let bench = Bench::new();
    bench.file("six.txt", b"The site went down at 6.50 p.m. ET on Monday.\n");
    let value = |more: &[&str]| {
        let args = ["seven.txt", "six.txt", "--date", "2021-10-05", "--format", "json"];
        let out = bench.run(&[&args[..], more].concat()).done().out;
        let json: serde_json::Value = serde_json::from_str(&out).expect("one object");
        assert_eq!(
            json["conflicts"].as_array().map(Vec::len),
            Some(1),
            "nothing is voted away in silence"
        );
        json["events"][0]["value"].clone()
    };
    assert_eq!(value(&["--trust", "six.txt"]), "2021-10-04T18:50-04:00");
    assert_eq!(value(&["--trust", "seven.txt"]), "2021-10-04T19:00-04:00");
    let run = bench.run(&["seven.txt", "--trust", "nine.txt"]);
    assert_eq!(run.code, Some(2), "{}", run.out);
}

#[test]
fn what_each_source_tells_alone_stands_below_the_merged_timeline() {
    let bench = Bench::new();
    bench.file("six.txt", b"The site went down at 6.50 p.m. ET on Monday.\n");
    let args = ["seven.txt", "six.txt", "--date", "2021-10-05", "--by", "source"];
    let out = bench.run(&args).done().out;
    assert!(
        out.contains("2 texts, up to 10 min") && out.contains("What six.txt tells alone"),
        "{out}"
    );
}

#[test]
fn marking_times_tells_beside_the_output_what_had_to_be_taken_for_granted() {
    let bench = Bench::new();
    bench.file("ist.txt", b"It went down at 3 p.m. IST on Monday.\n");
    let run = bench.run(&["ist.txt", "--date", "2021-10-04", "--format", "timex3"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.starts_with("<?xml"));
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    assert!(run.err.contains("ist.txt: “IST” is taken for"), "{}", run.err);
}

#[test]
fn a_date_before_all_that_the_text_names_is_doubted() {
    let bench = Bench::new();
    bench.file("a.txt", b"On 5 August 2023 the site went down at 10:00 UTC.\n");
    let doubted = |date: &str| {
        let out = bench.run(&["a.txt", "--date", date]).done().out;
        out.contains("the date given lies in 2020, but the text itself tells of 2023")
    };
    assert!(doubted("2020-01-01"));
    assert!(!doubted("2023-08-06"));
}
